/**
 * Comments: **bold**, *italic*, lists (`- ` or `1. `) and links (`[text](address)` or a bare
 * address). Anything else is shown as it was typed.
 */
import { h, type Markup, type Piece } from './markup.ts';
import { safeLink } from './safe-link.ts';

const INLINE =
  /\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\(([^)\s]+)\)|((?:https?:\/\/|mailto:)[^\s<>()]+[^\s<>().,;:!?])/g;

function link(text: string, address: string, typed: string): Piece {
  const href = safeLink(address);
  return href === null ? typed : h('a', { href, rel: 'noopener noreferrer' }, text);
}

/** One line of text with its bold, italic and linked parts. */
export function inlineText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) pieces.push(text.slice(at, match.index));
    const [whole, bold, italic, label, address, bare] = match;
    if (bold !== undefined) pieces.push(h('strong', {}, ...inlineText(bold)));
    else if (italic !== undefined) pieces.push(h('em', {}, ...inlineText(italic)));
    else if (label !== undefined) pieces.push(link(label, address ?? '', whole));
    else pieces.push(link(bare ?? '', bare ?? '', whole));
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+(.*)$/;

/** The blocks of a comment: paragraphs and lists. */
export function richText(text: string): Markup[] {
  const blocks: Markup[] = [];
  let lines: Piece[] = [];
  let items: Markup[] = [];
  let list = '';
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push(h('p', { dir: 'auto' }, ...lines));
    lines = [];
  };
  const endList = (): void => {
    if (items.length > 0) blocks.push(h(list, { dir: 'auto' }, ...items));
    items = [];
    list = '';
  };
  for (const line of text.split(/\r?\n/)) {
    const bullet = BULLET.exec(line);
    const numbered = bullet ? null : NUMBERED.exec(line);
    const item = bullet ?? numbered;
    if (item) {
      endParagraph();
      const wanted = bullet ? 'ul' : 'ol';
      if (list !== wanted) endList();
      list = wanted;
      items.push(h('li', {}, ...inlineText(item[1] ?? '')));
      continue;
    }
    endList();
    if (line.trim() === '') endParagraph();
    else {
      if (lines.length > 0) lines.push(h('br'));
      lines.push(...inlineText(line));
    }
  }
  endList();
  endParagraph();
  return blocks;
}
