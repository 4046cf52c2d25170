// Loads the published schemas into one validator, the way a backend would.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const folder = new URL('../../schema/', import.meta.url);

/** The names of the published schemas, as in `schema/<name>.schema.json`. */
export const names = ['error', 'state', 'view', 'explain', 'command', 'reply'];

/** A schema as it lies in the repository. */
export function readSchema(name) {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8'));
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
for (const name of names) ajv.addSchema(readSchema(name));

/** A function that tells whether a value meets the schema; its `errors` say why not. */
export const validator = (name) => ajv.getSchema(`urn:crossfoot:schema:${name}:1`);

/** The reasons why a value does not meet a schema, as lines of text; none when it does. */
export function complaints(name, value) {
  const valid = validator(name);
  if (valid(value)) return [];
  return valid.errors.map((error) => `${error.instancePath || '/'} ${error.message}`);
}

/** True when a value meets a schema. */
export const meets = (name, value) => complaints(name, value).length === 0;
