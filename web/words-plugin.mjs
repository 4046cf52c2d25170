import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, 'words');
const PART = /^(.*\/words\/[a-z]+\.json)\?part=([a-z]+)$/;
// TypeScript may have wrapped the name.
const ANY_LANGUAGE =
  /import\((?:__rewriteRelativeImportExtension\()?`([^`$]*\/words\/)\$\{(\w+)\}\.json\?part=([a-z]+)`\)?\)/g;

/** The languages that there are words in. */
export const languages = () => readdirSync(FOLDER).map((file) => file.replace('.json', ''));

/** The module that a part of a language is cut out as. */
export const cutOf = (language, part) => `${FOLDER}/${language}.json?part=${part}`;

const readWords = (language) => JSON.parse(readFileSync(`${FOLDER}/${language}.json`, 'utf8'));
const codeOf = (words) => `export default ${JSON.stringify(words)};\n`;

/** One import a language in the place of an import by the language's name. */
const withEach = (code) =>
  code.replace(ANY_LANGUAGE, (_, folder, name, part) => {
    // English that is there anyway is never fetched.
    const isHere = (language) =>
      new RegExp(`^import (?!type )[^;]*/${language}.json.part=${part}`, 'm').test(code);
    const each = languages()
      .filter((language) => !isHere(language))
      .map((language) => `${language}: () => import('${folder}${language}.json?part=${part}')`);
    return `({ ${each.join(', ')} })[${name}]()`;
  });

/**
 * The same for modules that stay apart: the parts become modules of their own in `words`, beside the
 * sources in `folder`, which name them. A bundler then needs to know nothing of parts.
 */
export function cutApart(folder) {
  const words = join(folder, 'words');
  mkdirSync(words, { recursive: true });
  for (const language of languages()) {
    const all = readWords(language);
    for (const part of Object.keys(all).filter((name) => name !== 'about')) {
      const name = join(words, `${language}-${part}`);
      writeFileSync(`${name}.js`, codeOf({ [part]: all[part] }));
      if (language !== 'en') continue;
      const type = JSON.stringify({ [part]: all[part] });
      writeFileSync(`${name}.d.ts`, `declare const words: ${type};\nexport default words;\n`);
    }
  }
  const named = (code) =>
    code.replace(/\/words\/([a-z]+)\.json\?part=([a-z]+)/g, '/words/$1-$2.js');
  for (const file of readdirSync(folder, { recursive: true }).map((name) => join(folder, name))) {
    if (!/\.(js|d\.ts)$/.test(file)) continue;
    const code = readFileSync(file, 'utf8');
    if (code.includes('.json?part=')) writeFileSync(file, named(withEach(code)));
  }
}

/**
 * Cuts the words of a language along their parts: `de.json?part=paper` is a module with that part
 * alone, and an import by the language's name becomes one import a language, each a chunk of its own.
 * Without this (in Node) the same imports read the whole file.
 */
export function words() {
  return {
    name: 'words',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer && PART.test(source) ? resolve(dirname(importer), source) : undefined;
    },
    load(id) {
      const [, file, part] = PART.exec(id) ?? [];
      if (file === undefined) return undefined;
      const all = JSON.parse(readFileSync(file, 'utf8'));
      return { code: codeOf({ [part]: all[part] }), moduleType: 'js' };
    },
    transform(code) {
      return code.includes('.json?part=') ? withEach(code) : undefined;
    },
  };
}
