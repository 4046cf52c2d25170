/** A change to a line that is not in a document yet. */
import type { FieldChange } from '../columns/column.ts';
import type { JsonObject } from '../../../schema/contract.ts';

/** Sets a member by its pointer below the line; null leaves it out. */
export function setIn(line: JsonObject, { path, value }: FieldChange): void {
  if (value === null) return;
  const segments = path.split('/').map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
  let target = line;
  for (const segment of segments.slice(0, -1)) {
    const inner = target[segment];
    const next = typeof inner === 'object' && inner !== null ? (inner as JsonObject) : {};
    target[segment] = next;
    target = next;
  }
  target[segments.at(-1) ?? ''] = value;
}
