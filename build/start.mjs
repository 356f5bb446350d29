/**
 * `npm start`: builds the add-in, then runs the sample year on the local workspace from its
 * TypeScript sources. `npm start -- --once`, `--data DIR`, `--port N`: see demo/main.ts.
 */
import { register } from 'tsx/esm/api';
import { buildAddin } from './addin.mjs';

await buildAddin();
register();
// tsx turns source maps on, and Node then looks for one in every script that the workspace compiles.
process.setSourceMapsEnabled(false);
await import('../demo/main.ts');
