// custom-elements.json: what editors and documentation tools read about the element.
import {
  attributes,
  cssProperties,
  cssStates,
  events,
  methods,
  parts,
  properties,
  slots,
} from './api.mjs';

const named = (table) =>
  Object.entries(table).map(([name, description]) => ({ name, description }));

const isDefault = { boolean: 'false' };

function field([name, { type, text, readonly }], attribute) {
  return {
    kind: 'field',
    name,
    type: { text: type },
    description: text,
    ...(readonly ? { readonly: true } : {}),
    ...(attribute ? { attribute: name } : {}),
  };
}

/** The manifest, schema version 2.1.0, of the module that defines the element. */
export function manifest(module) {
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: module,
        declarations: [
          {
            kind: 'class',
            name: 'CrossfootEditor',
            customElement: true,
            tagName: 'crossfoot-editor',
            superclass: { name: 'LitElement', package: 'lit' },
            description: 'The lines of a document, edited; every amount from the core.',
            attributes: Object.entries(attributes).map(([name, { type, text }]) => ({
              name,
              fieldName: name,
              type: { text: type },
              ...(isDefault[type] ? { default: isDefault[type] } : {}),
              description: text,
            })),
            members: [
              ...Object.entries(attributes).map((entry) => field(entry, true)),
              ...Object.entries(properties).map((entry) => field(entry, false)),
              ...Object.entries(methods).map(([name, { signature, text }]) => ({
                kind: 'method',
                name,
                description: text,
                return: { type: { text: signature.slice(signature.lastIndexOf('): ') + 3) } },
              })),
            ],
            events: Object.entries(events).map(([name, { text, detail }]) => ({
              name,
              type: {
                text: detail
                  ? `CustomEvent<${detail}>`
                  : name.includes('-')
                    ? 'CustomEvent'
                    : 'Event',
              },
              description: text,
            })),
            slots: named(slots),
            cssParts: named(parts),
            cssProperties: named(cssProperties),
            cssStates: named(cssStates),
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'crossfoot-editor',
            declaration: { name: 'CrossfootEditor', module },
          },
          { kind: 'js', name: 'CrossfootEditor', declaration: { name: 'CrossfootEditor', module } },
        ],
      },
    ],
  };
}
