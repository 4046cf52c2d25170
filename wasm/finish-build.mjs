// Writes what belongs beside the built modules: their Subresource Integrity values, as the ES module
// that the loader imports, and the types of the glue files.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const folder = process.argv[2];
const modules = { all: 'crossfoot.wasm', pricing: 'crossfoot-pricing.wasm' };

const values = Object.entries(modules)
  .map(([part, file]) => [part, `${folder}/${file}`])
  .filter(([, file]) => existsSync(file))
  .map(([part, file]) => {
    const hash = createHash('sha384').update(readFileSync(file)).digest('base64');
    return `  ${part}: 'sha384-${hash}',\n`;
  });
writeFileSync(
  `${folder}/integrity.mjs`,
  `/** @type {Record<'all' | 'pricing', string>} */\nexport const wasmIntegrity = {\n${values.join('')}};\n`,
);

const types = `import type { CrossfootFactory } from '../engine.js';
declare const create: CrossfootFactory;
export default create;
`;
for (const glue of ['crossfoot', 'crossfoot-pricing', 'crossfoot-fallback']) {
  writeFileSync(`${folder}/${glue}.d.mts`, types);
}
