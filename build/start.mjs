/**
 * `npm start`: builds the add-in, then runs the sample year on the local workspace from its
 * TypeScript sources. `npm start -- --once`, `--data DIR`, `--port N`: see demo/main.ts.
 */
import { register } from 'tsx/esm/api';
import { buildAddin } from './addin.mjs';

const built = buildAddin();
register();
// tsx turns source maps on, and Node then looks for one in every script that the workspace compiles.
process.setSourceMapsEnabled(false);
// The workspace is loaded while the add-in is built: they use different cores.
await Promise.all([built, import('../workspace/workspace.ts'), import('../demo/year.ts')]);
await import('../demo/main.ts');
