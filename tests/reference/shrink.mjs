// Makes a document smaller while it still shows the same difference.

import { JsonNumber, canonical, parseJson } from './json.mjs';

const isTree = (value) =>
  value !== null && typeof value === 'object' && !(value instanceof JsonNumber);
const isDecimal = (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

function without(tree, name) {
  if (Array.isArray(tree)) return tree.filter((_, i) => i !== Number(name));
  const { [name]: _, ...rest } = tree;
  return rest;
}

function replaced(tree, name, value) {
  if (Array.isArray(tree)) return tree.map((old, i) => (i === Number(name) ? value : old));
  return { ...tree, [name]: value };
}

/** Every tree with one part left out or one number made simpler, the largest cuts first. */
function* simpler(tree) {
  for (const name of Object.keys(tree)) yield without(tree, name);
  for (const [name, value] of Object.entries(tree)) {
    if (value instanceof JsonNumber && !['version'].includes(name))
      yield replaced(tree, name, value.text);
    if (isDecimal(value))
      for (const plain of ['0', '1', '10', '100', '2'])
        if (value !== plain && value.length >= plain.length) yield replaced(tree, name, plain);
  }
  for (const [name, value] of Object.entries(tree))
    if (isTree(value)) for (const inner of simpler(value)) yield replaced(tree, name, inner);
}

const measure = (text) => text.length + (text.match(/[2-9]/g) ?? []).length;

/**
 * The smallest document found whose text still satisfies `stillDiffers(texts) → booleans`
 * (asked for many candidates at once).
 */
export function shrink(text, stillDiffers, rounds = 60) {
  let best = text;
  for (let round = 0; round < rounds; round += 1) {
    let tree;
    try {
      tree = parseJson(best);
    } catch {
      return best; // not JSON: nothing to take apart
    }
    if (!isTree(tree)) return best;
    const candidates = [...simpler(tree)].map(canonical).filter((c) => measure(c) < measure(best));
    const answers = stillDiffers(candidates);
    const good = candidates.filter((_, i) => answers[i]);
    if (good.length === 0) return best;
    best = good.reduce((a, b) => (measure(b) < measure(a) ? b : a));
  }
  return best;
}
