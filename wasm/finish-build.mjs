// Writes what belongs beside the built module: its Subresource Integrity value, as the ES module
// that the loader imports, and the types of the two glue files.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const folder = process.argv[2];
const hash = createHash('sha384')
  .update(readFileSync(`${folder}/crossfoot.wasm`))
  .digest('base64');
writeFileSync(`${folder}/integrity.mjs`, `export const wasmIntegrity = 'sha384-${hash}';\n`);

const types = `import type { CrossfootFactory } from '../engine.js';
declare const create: CrossfootFactory;
export default create;
`;
for (const glue of ['crossfoot', 'crossfoot-fallback']) {
  writeFileSync(`${folder}/${glue}.d.mts`, types);
}
