// Writes schema/contract.ts, the TypeScript types of everything that the schemas describe:
//   node scripts/contract.mjs [--check]
// With --check only says whether the file is what the schemas make of it. A subschema with the
// `$comment` "type NAME" is a type of that name; any other is written where it is used.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const folder = new URL('../schema/', import.meta.url);
const target = new URL('contract.ts', folder);
const NAMES = ['state', 'view', 'explain', 'error', 'command', 'reply'];
/** What a program makes itself may be written to; what the engine answers may not. */
const WRITABLE = ['state', 'command'];
const WIDTH = 100;

const HEAD = `// Made by scripts/contract.mjs of the schemas beside it. Do not edit.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [member: string]: Json };
`;

const TAIL = `
/** The word after \`get\`. */
export type QueryName = keyof Queries;
/** A request for \`query\`. */
export type Query<Name extends QueryName = QueryName> = {
  [Each in Name]: NonNullable<Queries[Each]>['ask'];
}[Name];
/** What a query answers, where it is not refused. */
export type Answer<Name extends QueryName> = NonNullable<Queries[Name]>['answer'];
/** The name of a function of the engine. */
export type FunctionName = keyof Functions;
/** What a function is given. */
export type Argument<Name extends FunctionName> = NonNullable<Functions[Name]>['argument'];
/** What a function replies, where it does not refuse. */
export type Reply<Name extends FunctionName> = NonNullable<Functions[Name]>['answer'];
`;

const schemas = Object.fromEntries(
  NAMES.map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')),
  ]),
);

/** The subschema that a reference leads to, and the schema that it stands in. */
function resolve(reference, from) {
  const [id, pointer = ''] = reference.split('#');
  const name = id === '' ? from : id.split(':')[3];
  const steps = pointer.split('/').slice(1);
  return { schema: steps.reduce((part, step) => part[step], schemas[name]), name };
}

/** The name of the type that a schema is; undefined where it is written in its place. */
const nameOf = ({ $comment = '' }) => /^type (\w+)$/.exec($comment)?.[1];

const typesOf = ({ type = [] }) => [type].flat();
const admitsNull = (schema) => typesOf(schema).includes('null') || schema.enum?.includes(null);

const union = (parts) => {
  const all = [...new Set(parts.flat())];
  // Beside words that are known any text would swallow them, and an editor could offer none.
  const open = all.includes('string') && all.some((part) => part.startsWith("'"));
  return all.map((part) => (open && part === 'string' ? '(string & {})' : part));
};

const literal = (value) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);

/** The text of a type, of the alternatives that it is. */
const written = (alternatives) => alternatives.join(' | ');

function members(schema, name) {
  const modifier = WRITABLE.includes(name) ? '' : 'readonly ';
  const required = new Set(schema.required ?? []);
  const own = Object.entries(schema.properties ?? {}).map(([member, each]) => {
    const mark = required.has(member) ? '' : '?';
    return `${comment(describe(each, name))}${modifier}${member}${mark}: ${written(typeOf(each, name))};`;
  });
  const more = schema.additionalProperties;
  if (typeof more !== 'object') return own;
  const others = Object.values(schema.properties ?? {}).flatMap((each) => typeOf(each, name));
  const any = union([
    ...typeOf(more, name),
    ...others,
    ...(others.length > 0 ? ['undefined'] : []),
  ]);
  return [...own, `${modifier}[member: string]: ${written(any)};`];
}

function arrayOf(schema, name) {
  const item = typeOf(schema.items ?? {}, name);
  const readonly = WRITABLE.includes(name) ? '' : 'readonly ';
  return `${readonly}${item.length > 1 || item[0].startsWith('readonly ') ? `(${written(item)})` : item[0]}[]`;
}

function objectOf(schema, name) {
  const inside = members(schema, name);
  if (inside.length > 0) return `{\n${inside.join('\n')}\n}`;
  return schema.additionalProperties === false ? '{}' : 'JsonObject';
}

/** The alternatives that a schema admits, each as the text of a type: by its name, if it has one. */
function typeOf(schema, name) {
  const own = nameOf(schema);
  if (own === undefined) return bodyOf(schema, name);
  return admitsNull(schema) ? [own, 'null'] : [own];
}

function bodyOf(schema, name) {
  if (schema.$ref !== undefined && schema.type === undefined) {
    const other = resolve(schema.$ref, name);
    return typeOf(other.schema, other.name);
  }
  if (schema.const !== undefined) return [literal(schema.const)];
  if (schema.enum !== undefined) return schema.enum.map(literal);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return union(choices.map((each) => typeOf(each, name)));
  const types = typesOf(schema).map((type) => {
    if (type === 'array') return arrayOf(schema, name);
    if (type === 'object') return objectOf(schema, name);
    return type === 'integer' ? 'number' : type;
  });
  return types.length > 0 ? union(types) : ['Json'];
}

/** What is said of a member: here, else where its type is described that has no name. */
function describe(schema, from) {
  if (schema.description !== undefined || schema.$ref === undefined) return schema.description;
  const { schema: other } = resolve(schema.$ref, from);
  return nameOf(other) === undefined ? (other.description ?? '') : '';
}

const comment = (text) => (text ? `/** ${text.replaceAll('*/', '*\\/')} */\n` : '');

function* namedIn(schema, name) {
  if (schema === null || typeof schema !== 'object') return;
  if (nameOf(schema) !== undefined) yield { schema, name };
  for (const each of Object.values(schema)) yield* namedIn(each, name);
}

function declaration({ schema, name }) {
  const { title, description } = schema;
  const said = [title, description].filter(Boolean).map((text) => text.replace(/\.?$/, '.'));
  const type = bodyOf(schema, name).filter((part) => part !== 'null');
  return `${comment(said.join(' '))}export type ${nameOf(schema)} = ${written(type)};\n`;
}

/** Comments that are wider than the page, on lines of their own. */
function wrapped(line) {
  const [, indent, text] = /^(\s*)\/\*\* (.*) \*\/$/.exec(line) ?? [];
  if (text === undefined || line.length <= WIDTH) return line;
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== '' && indent.length + 3 + last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return [`${indent}/**`, ...lines.map((each) => `${indent} * ${each}`), `${indent} */`].join('\n');
}

/** The text of schema/contract.ts. */
async function contract() {
  const types = NAMES.flatMap((name) => [...namedIn(schemas[name], name)]);
  const names = types.map(({ schema }) => nameOf(schema));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two types are called ${twice}`);
  const text = [HEAD, ...types.map(declaration), TAIL].join('\n');
  const options = await resolveConfig(new URL('../web/src/engine/client.ts', import.meta.url));
  const formatted = await format(text, { ...options, parser: 'typescript' });
  return formatted.split('\n').map(wrapped).join('\n');
}

const made = await contract();
if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.error('schema/contract.ts is not what the schemas make of it: node scripts/contract.mjs');
  process.exitCode = 1;
}
