import type { ServiceDefinition } from './kernel/execution.ts';
import { formService } from './services/forms/service.ts';
import { lockService } from './services/lock/lock.ts';
import { loggerService } from './services/logger/logger.ts';
import { propertiesService } from './services/properties/properties.ts';
import { sessionService } from './services/session/session.ts';

/** The Google globals that the workspace has. */
export const SERVICES: readonly ServiceDefinition[] = [
  formService,
  lockService,
  loggerService,
  propertiesService,
  sessionService,
];
