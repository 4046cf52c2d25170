/**
 * A text that may be written between two drawings, by who knows of it sooner than the next drawing.
 * A drawing then goes by what stands there, not by what the last one wrote.
 */
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

class DrawnText extends Directive {
  override render(text: string): unknown {
    return text;
  }

  override update(part: ChildPart, [text]: [string]): unknown {
    const node = part.startNode?.nextSibling;
    if (node instanceof Text && node !== part.endNode) setCommittedValue(part, node.data);
    return text;
  }
}

/** A text in an element of its own. */
export const drawn = directive(DrawnText);

/** The text that stands in such an element; null where it holds none. */
export function drawnText(place: Element): Text | null {
  let node = place.firstChild;
  while (node && !(node instanceof Text)) node = node.nextSibling;
  return node;
}
