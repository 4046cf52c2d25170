// The package's files for pages without a build: each is one self-contained ES module. What a page
// may never need (other languages, the page of rules, the words of refusals, the sync, the fallback
// without WebAssembly) is a file of its own, loaded by a plain relative import. They import nothing of
// `element.js`, which a page may know as `element.js?v=2`; what they share with it is handed over by
// the class.
import { rolldown } from 'rolldown';
import { cutOf, languages, words } from '../words-plugin.mjs';

const SOURCE = new URL('../src/', import.meta.url).pathname;
const MODULE = new URL('../../wasm/dist/', import.meta.url).pathname;

/** Parts of the words that `element.js` or `sync.js` have in English themselves. */
const ENGLISH_IS_THERE = ['editor', 'sync'];
const PARTS = [...ENGLISH_IS_THERE, 'rules', 'policy', 'refusals'];

/** `lang/de.js`, `lang/rules-de.js`. */
const nameOf = (language, part) => `lang/${part === 'editor' ? '' : `${part}-`}${language}.js`;

/** Files of the package, and the modules they are made of. */
const LATER = {
  'sync.js': `${SOURCE}element/connect.ts`,
  'rules.js': `${SOURCE}element/policy-dialog.ts`,
  'picture.js': `${SOURCE}element/picture-dialog.ts`,
  'paste.js': `${SOURCE}element/paste.ts`,
  'workbook.js': `${SOURCE}tables/workbook.ts`,
  'refusals.js': `${SOURCE}sentences/refusals.ts`,
  'crossfoot-fallback.js': `${MODULE}crossfoot-fallback.mjs`,
  'crossfoot-pricing.js': `${MODULE}crossfoot-pricing.mjs`,
  ...Object.fromEntries(
    languages().flatMap((language) =>
      PARTS.filter((part) => language !== 'en' || !ENGLISH_IS_THERE.includes(part)).map((part) => [
        nameOf(language, part),
        cutOf(language, part),
      ]),
    ),
  ),
};
const FILES = { 'element.js': `${SOURCE}element/standalone.ts`, ...LATER };

/** Dynamic imports of modules that are files of their own stay imports of those files. */
const later = {
  name: 'later',
  async resolveDynamicImport(specifier, importer) {
    const found = await this.resolve(specifier, importer);
    const file = Object.keys(LATER).find((name) => LATER[name] === found?.id);
    return file === undefined ? found : { id: `./${file}`, external: true };
  },
};

/** What later files take of the editor, by module; web/src/element/standalone.ts hands it over. */
const SHARED = {
  lit: ['LitElement', 'css', 'html', 'nothing'],
  'lit/directives/live.js': ['live'],
  [`${SOURCE}ui/field.ts`]: ['choice', 'field', 'takeTyped'],
  [`${SOURCE}ui/choice-box.ts`]: ['choiceBox'],
};

/**
 * A page allows Lit's policy (`trusted-types lit-html`) once, and a box that holds what is typed must
 * be known to the editor: later files take the editor's own.
 */
const shared = {
  name: 'shared',
  async resolveId(source, importer) {
    if (source in SHARED) return `\0shared:${source}`;
    const found = importer && (await this.resolve(source, importer, { skipSelf: true }));
    return found && found.id in SHARED ? `\0shared:${found.id}` : undefined;
  },
  load(id) {
    const names = id.startsWith('\0shared:') ? SHARED[id.slice('\0shared:'.length)] : undefined;
    return (
      names &&
      `export const { ${names.join(', ')} } = customElements.get('crossfoot-editor').shared;`
    );
  },
};

/** Indentation inside templates is no content; and the module lies beside the file. */
const slim = {
  name: 'slim',
  transform(code, id) {
    if (id.endsWith('/wasm/loader.mjs')) return code.replaceAll("URL('./dist/", "URL('./");
    return id.startsWith(SOURCE) ? code.replace(/\n\s+/g, '\n') : undefined;
  },
};

/** Writes all files into a folder. */
export async function writeBundles(folder) {
  for (const [file, input] of Object.entries(FILES)) {
    const bundle = await rolldown({
      input,
      plugins: file in LATER ? [shared, later, words(), slim] : [later, words(), slim],
      platform: 'browser',
    });
    await bundle.write({
      file: `${folder}/${file}`,
      format: 'esm',
      minify: true,
      codeSplitting: false,
    });
    await bundle.close();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeBundles(process.argv[2]);
