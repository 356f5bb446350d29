import type { ServiceDefinition } from './kernel/execution.ts';
import { browserService } from './services/browser/browser.ts';
import { cacheService } from './services/cache/cache.ts';
import { calendarService } from './services/calendar/service.ts';
import { chartsService } from './services/charts/service.ts';
import { contentService } from './services/content/content-service.ts';
import { documentService } from './services/documents/service.ts';
import { driveService } from './services/drive/service.ts';
import { formService } from './services/forms/service.ts';
import { htmlService } from './services/html/html-service.ts';
import { lockService } from './services/lock/lock.ts';
import { loggerService } from './services/logger/logger.ts';
import { gmailService, mailService } from './services/mail/service.ts';
import { mimeTypeService } from './services/mime-type/mime-type.ts';
import { propertiesService } from './services/properties/properties.ts';
import { scriptService } from './services/script/script-app.ts';
import { sessionService } from './services/session/session.ts';
import { spreadsheetService } from './services/spreadsheet/service.ts';
import { urlFetchService } from './services/url-fetch/url-fetch.ts';
import { utilitiesService } from './services/utilities/utilities.ts';
import { xmlService } from './services/xml/service.ts';

/** The Google globals that the workspace has. */
export const SERVICES: readonly ServiceDefinition[] = [
  browserService,
  cacheService,
  calendarService,
  chartsService,
  contentService,
  documentService,
  driveService,
  formService,
  gmailService,
  htmlService,
  lockService,
  loggerService,
  mailService,
  mimeTypeService,
  propertiesService,
  scriptService,
  sessionService,
  spreadsheetService,
  urlFetchService,
  utilitiesService,
  xmlService,
];
