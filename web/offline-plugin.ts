/** Writes the service worker with the list of all built files and a version made from them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const TEMPLATE = join(import.meta.dirname, 'src/workspace/offline/service-worker.js');
const PUBLIC = join(import.meta.dirname, 'public');
/** Sample documents and the engine's large fallback are fetched only by who asks for them. */
const LEFT_OUT = /(^|\/)(state-[^/]*\.json|index\.html|checkout\.html|.*\.map)$/;

/** The plugin for vite.config.ts. */
export function offline(): Plugin {
  return {
    name: 'crossfoot-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((file) => !LEFT_OUT.test(file));
      const files = [...built, ...readdirSync(PUBLIC)].toSorted();
      const hash = createHash('sha256');
      for (const file of Object.keys(bundle).toSorted()) {
        const entry = bundle[file];
        if (entry === undefined) continue;
        hash.update(file).update(entry.type === 'chunk' ? entry.code : entry.source);
      }
      const template = readFileSync(TEMPLATE, 'utf8');
      hash.update(template);
      const source = template
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace("'__FILES__'", files.map((file) => `'./${file}'`).join(', '));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
