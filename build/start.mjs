/**
 * `npm start`: builds the add-in, then runs the sample year on the local workspace from its
 * TypeScript sources. `npm start -- --once`, `--data DIR`, `--port N`: see demo/main.ts.
 */
import { register } from 'tsx/esm/api';
import { buildAddin } from './addin.mjs';

await buildAddin();
register();
await import('../demo/main.ts');
