import type { ServiceDefinition } from './kernel/execution.ts';
import { chartsService } from './services/charts/service.ts';
import { documentService } from './services/documents/service.ts';
import { formService } from './services/forms/service.ts';
import { lockService } from './services/lock/lock.ts';
import { loggerService } from './services/logger/logger.ts';
import { gmailService, mailService } from './services/mail/service.ts';
import { propertiesService } from './services/properties/properties.ts';
import { sessionService } from './services/session/session.ts';

/** The Google globals that the workspace has. */
export const SERVICES: readonly ServiceDefinition[] = [
  chartsService,
  documentService,
  formService,
  gmailService,
  lockService,
  loggerService,
  mailService,
  propertiesService,
  sessionService,
];
