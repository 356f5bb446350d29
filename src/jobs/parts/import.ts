/** Taking in a plan: from its sheet and from the panel «Загрузить план». */
import { type FromPanel, fromMenu, fromPanel, writeJournal } from '../guarded.ts';
import {
  type ImportRequest,
  loadImport,
  openImport,
  type ShownImport,
  showFromFile,
  showFromLink,
  showImport,
} from '../plan/import-panel.ts';
import { loadPlan } from '../plan/load-plan.ts';

const LOAD = 'Загрузить план';

export const menuLoadPlan = (): void => fromMenu(LOAD, loadPlan);
export const menuImportPlan = (): void => fromMenu('Окно загрузки плана', openImport);

/** Called by the panel's page: what to do is in `step`, the rest is what that step takes. */
export function importPanel(request: ImportRequest): FromPanel<ShownImport | string> {
  switch (request?.step) {
    case 'link':
      return fromPanel((book) => showFromLink(book, request.link));
    case 'file':
      return fromPanel((book) => showFromFile(book, request.file));
    case 'load':
      return fromPanel((book) => {
        const outcome = loadImport(book, request);
        writeJournal(book, LOAD, outcome);
        return outcome.outcome;
      }, LOAD);
    default:
      return fromPanel((book) => showImport(book, request));
  }
}
