// The example documents and their goldens, as they lie in examples/.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../examples/', import.meta.url);
const file = (name, leaf) => new URL(`${name}/${leaf}`, folder);

/** The names of the example folders, in order. */
export const exampleNames = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(file(entry.name, 'source.md')))
    .map((entry) => entry.name)
    .sort();

/** The text of an example's state; a large one is made by the example's own script. */
export async function stateText(name) {
  if (existsSync(file(name, 'state.json'))) return readFileSync(file(name, 'state.json'), 'utf8');
  const { makeState } = await import(file(name, 'make.mjs'));
  return JSON.stringify(makeState());
}

/** The golden of an example as text. */
export const goldenText = (name) => readFileSync(file(name, 'priced.json'), 'utf8');

/** All examples with their parsed states. */
export async function exampleStates() {
  const all = [];
  for (const name of exampleNames()) all.push({ name, state: JSON.parse(await stateText(name)) });
  return all;
}

/** The goldens that are whole views; the large example keeps its summary and digest only. */
export const goldenViews = () =>
  exampleNames()
    .map((name) => ({ name, view: JSON.parse(goldenText(name)) }))
    .filter(({ view }) => view.lines !== undefined);
