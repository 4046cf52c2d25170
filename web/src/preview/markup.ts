/**
 * A page as data: elements with text in them. The same tree is written as HTML text (Node, PDF) and
 * as DOM nodes (browser), so that both show one document. Text is always text, never markup.
 */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}

/** What may stand in an element; `null` and `false` stand for nothing. */
export type Piece = Markup | string | null | false;

type Attributes = Readonly<Record<string, string | boolean | null | undefined>>;

/** An element. `true` is an attribute without a value; false, null and undefined leave it out. */
export function h(tag: string, attributes: Attributes = {}, ...children: Piece[]): Markup {
  const present = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    value === false || value === null || value === undefined
      ? []
      : [[name, value === true ? '' : value]],
  );
  return { tag, attributes: Object.fromEntries(present), children };
}

/** Text from a person in whatever script, kept apart from the text around it. */
export function own(text: string): Markup {
  return h('bdi', {}, text);
}

const VOID_TAGS = new Set(['br', 'hr', 'img', 'input', 'meta', 'link']);

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** Style sheets are read raw; `<` means nothing in ours, and without it the element cannot end. */
function styleText(children: readonly Piece[]): string {
  return children
    .map((child) => (typeof child === 'string' ? child : ''))
    .join('')
    .replaceAll('<', '');
}

/** The tree as HTML text. */
export function writeHtml(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeText(piece);
  const attributes = Object.entries(piece.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const open = `<${piece.tag}${attributes}>`;
  if (VOID_TAGS.has(piece.tag)) return open;
  if (piece.tag === 'style') return `${open}${styleText(piece.children)}</style>`;
  return `${open}${piece.children.map(writeHtml).join('')}</${piece.tag}>`;
}

/** A style is set as one: the page's policy lets no attribute carry any. */
function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (name === 'style') element.style.cssText = value;
  else element.setAttribute(name, value);
}

/** The tree as nodes of the page's document; no HTML text is parsed. */
export function writeDom(piece: Markup): HTMLElement {
  const element = document.createElement(piece.tag);
  for (const [name, value] of Object.entries(piece.attributes)) setAttribute(element, name, value);
  for (const child of piece.children) {
    if (child === null || child === false) continue;
    element.append(typeof child === 'string' ? child : writeDom(child));
  }
  return element;
}

/**
 * Makes an element that `writeDom` wrote into what this tree says. What stays the same stays in its
 * place, so that whoever is at it, or presses it, goes on.
 */
export function patchDom(element: HTMLElement, piece: Markup): void {
  for (const { name } of [...element.attributes]) {
    if (!(name in piece.attributes)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(piece.attributes)) {
    if (element.getAttribute(name) !== value) setAttribute(element, name, value);
  }
  const children = piece.children.filter((child) => child !== null && child !== false);
  children.forEach((child, index) => patchChild(element, element.childNodes[index], child));
  while (element.childNodes.length > children.length) element.lastChild?.remove();
}

function patchChild(parent: HTMLElement, node: ChildNode | undefined, child: Markup | string) {
  if (typeof child === 'string') {
    if (!(node instanceof Text)) replaceOrAdd(parent, node, child);
    else if (node.data !== child) node.data = child;
  } else if (node instanceof HTMLElement && node.localName === child.tag) patchDom(node, child);
  else replaceOrAdd(parent, node, writeDom(child));
}

function replaceOrAdd(parent: HTMLElement, node: ChildNode | undefined, by: Node | string): void {
  if (node) node.replaceWith(by);
  else parent.append(by);
}
