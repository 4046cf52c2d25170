// What the walk asks of a page, from inside it: which boxes, ticks, choices and buttons somebody may
// use now, in whichever element they stand, and what they show. Handed to `addInitScript`.

/* global CSS */
export function installWalk() {
  const OPEN = 'dialog[open], [data-beside]:popover-open';
  const rootsBelow = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? rootsBelow(shadowRoot) : [],
    ),
  ];
  const all = (selector) =>
    rootsBelow(document).flatMap((root) => [...root.querySelectorAll(selector)]);
  /** What is open over the page: a popover lies over a dialog. */
  const layer = () => {
    const open = all(OPEN);
    return open.find((each) => each.localName !== 'dialog') ?? open.at(-1) ?? null;
  };
  const inLayer = (selector) => {
    const open = layer();
    return open ? [...open.querySelectorAll(selector)] : all(selector);
  };
  const words = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const isIn = (each, selectors) =>
    selectors !== '' &&
    (each.closest(selectors) !== null || each.getRootNode().host?.closest(selectors) != null);
  const valueOf = (each) =>
    ['checkbox', 'radio'].includes(each.type) ? String(each.checked) : each.value;
  const described = (each) =>
    words(each.getAttribute('aria-label') ?? each.labels?.[0]?.innerText ?? each.name);

  /** Some text that says what was refused, and where: at the box, else in what is open. */
  const refusals = () =>
    inLayer('[aria-invalid=true], .problem, [role=alert], .error, .choice-failure').filter(
      (each) => each.checkVisibility() && (each.matches('[aria-invalid]') || words(each.innerText)),
    );

  const kindOf = (each) => {
    if (each.localName === 'select') return 'choice';
    return ['checkbox', 'radio'].includes(each.type) ? 'tick' : 'text';
  };
  const describe = (each, at) => {
    each.dataset.walk = String(at);
    const list = each.getRootNode().getElementById(each.getAttribute('aria-controls') ?? '');
    return {
      at,
      kind: kindOf(each),
      type: each.type,
      name: described(each),
      isNumber: each.classList.contains('number') || /numeric|decimal/.test(each.inputMode),
      isCount: each.inputMode === 'numeric',
      isLong: each.localName === 'textarea',
      isList: each.getAttribute('role') === 'combobox' && list?.role === 'listbox',
      isOfView: each.type === 'search' || each.closest('.tabs, thead, .tick-cell') !== null,
      values: each.localName === 'select' ? [...each.options].map(({ value }) => value) : [],
      value: valueOf(each),
      isInvalid: each.getAttribute('aria-invalid') === 'true',
    };
  };

  // A late drawing may come at any moment, between any two keys.
  setInterval(() => {
    for (const each of all('*')) if (each.localName.includes('-')) each.requestUpdate?.();
  }, 150);

  globalThis.walk = {
    /** The heading of what is open over the page; '' where nothing is. */
    layerName() {
      const open = layer();
      if (!open) return '';
      if (open.getAttribute('role') === 'menu') return 'menu';
      const heading = open.querySelector('h2, h3')?.textContent;
      return words(open.getAttribute('aria-label') ?? heading) || 'unnamed';
    },
    /** True where what is open is given up by one button and carried out by another. */
    hasDraft: () => layer()?.querySelector('footer .primary, [data-confirm]') != null,
    controls(except) {
      for (const each of inLayer('details:not([open])')) if (!isIn(each, except)) each.open = true;
      for (const each of all('[data-walk]')) delete each.dataset.walk;
      const isUsable = (each) =>
        !isIn(each, except) &&
        each.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
        !each.disabled &&
        !each.readOnly &&
        // A colour is chosen in the browser's own picker: nobody types into it.
        !['file', 'hidden', 'color'].includes(each.type);
      return inLayer('input, textarea, select').filter(isUsable).map(describe);
    },
    /** What the box shows, and whether it was refused; null where it is gone. */
    stateOf(at) {
      const [each] = all(`[data-walk="${CSS.escape(String(at))}"]`);
      if (!each) return null;
      const isFocused = each.getRootNode().activeElement === each;
      const said = words(each.labels?.[0]?.innerText);
      return { value: valueOf(each), isRefused: refusals().length > 0, isFocused, said };
    },
    /** Where to click: the middle of what is marked, brought into sight; null where it is covered. */
    spot(mark, at) {
      const [each] = all(`[data-${mark}="${CSS.escape(String(at))}"]`);
      if (!each) return null;
      each.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = each.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; inner?.shadowRoot; hit = inner ?? hit) {
        inner = inner.shadowRoot.elementFromPoint(x, y);
        if (inner === hit) break;
      }
      const isHit =
        hit !== null &&
        (each.contains(hit) || [...(each.labels ?? [])].some((label) => label.contains(hit)));
      return isHit ? { x, y } : null;
    },
    refused: () => refusals().map((each) => words(each.innerText) || described(each)),
    optionsOf(at) {
      const [each] = all(`[data-walk="${CSS.escape(String(at))}"]`);
      const list = each?.getRootNode().getElementById(each.getAttribute('aria-controls') ?? '');
      return [...(list?.querySelectorAll('[role=option] bdi') ?? [])].map((one) => one.innerText);
    },
    /** Marks the button that carries out what is open; false where it cannot be pressed. */
    confirm() {
      const button = layer()?.querySelector('.dialog-foot .primary');
      if (!button || button.disabled) return false;
      button.dataset.opener = 'confirm';
      return true;
    },
    /** The buttons that may open something, one of each name: a row stands for all rows. */
    openers(except) {
      const seen = new Set();
      for (const each of all('[data-opener]')) delete each.dataset.opener;
      return inLayer('button, [role=button], [role^=menuitem]').flatMap((each) => {
        const text = words(each.innerText).replaceAll(/[\d.,$€%−-]+/g, '#');
        const isAmount = each.classList.contains('amount');
        const own = each.dataset.act ?? each.dataset.tool ?? each.dataset.part;
        const said = words(each.getAttribute('aria-label')).replaceAll(/[\d.,]+/g, '#');
        const name = isAmount ? 'an amount' : (own ?? (text || said));
        const isOff = each.disabled || each.getAttribute('aria-disabled') === 'true';
        const isEnd = each.closest('.dialog-head') ?? each.closest('.dialog-foot');
        const isGrip = each.classList.contains('handle') || each.classList.contains('nav-toggle');
        if (isOff || isEnd || isGrip || isIn(each, except) || !each.checkVisibility()) return [];
        if (name === '' || seen.has(name)) return [];
        seen.add(name);
        each.dataset.opener = String(seen.size);
        return [{ name, at: seen.size }];
      });
    },
    /** The texts below `selector` that read as amounts with two decimals, signs left out. */
    amountsIn(selector) {
      const texts = all(selector)
        .filter((each) => each.checkVisibility())
        .map((each) => each.innerText.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, ''));
      return texts.flatMap((text) => text.match(/\d[\d,]*\.\d{2}(?!\d|%| %)/g) ?? []);
    },
  };
}
