import { installedBrowser } from '../../../workspace/services/documents/pdf.ts';
import { type DocumentApp, documentService } from '../../../workspace/services/documents/service.ts';
import { type DriveApp, driveService } from '../../../workspace/services/drive/service.ts';
import { packagedBrowser } from '../../browser.ts';
import { givenExecution, givenKernel } from './host-execution.ts';
import { writeSample } from './sample-document.ts';

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

function givenSample() {
  const { service } = givenExecution(givenKernel());
  const document = writeSample(service<DocumentApp>(documentService));
  return { document, drive: service<DriveApp>(driveService) };
}

test('a saved document prints to an A4 PDF of two pages, from the document and from its file alike', () => {
  if (!installedBrowser()) {
    const { executablePath, env } = packagedBrowser();
    process.env = { ...environment, ...(env as NodeJS.ProcessEnv), BROWSER_PATH: executablePath };
  }
  const { document, drive } = givenSample();
  document.saveAndClose();
  const blob = drive.getFileById(document.getId()).getAs('application/pdf');
  const text = Buffer.from(blob.getBytes()).toString('latin1');
  expect(blob.getName()).toBe('Отчёт о независимой оценке.pdf');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text.match(/\/MediaBox/g)).toHaveLength(2);
  // Points; browsers round to whole ones.
  expect(text).toMatch(/\/MediaBox\s*\[0 0 59[456](\.\d+)? 84[12](\.\d+)?\]/);
});

test('with no browser to print with, the refusal says what to do', () => {
  process.env = { PATH: '/nowhere' };
  const { document } = givenSample();
  if (installedBrowser()) return;
  document.saveAndClose();
  expect(() => document.getAs('application/pdf')).toThrow(/нужен браузер Chrome, Edge или Chromium/);
});
