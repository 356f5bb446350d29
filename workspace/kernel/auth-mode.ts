import type { AuthMode } from './execution.ts';
import { defineEnum } from './google-object.ts';

/** `ScriptApp.AuthMode`, which event objects carry too. */
export const AUTH_MODE = defineEnum<AuthMode>('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
