// Reads a screen as a person with a pencil does: amounts as they are drawn, added up column by column.

/** A drawn number as a whole number of its last digit, and how many digits follow the separator. */
export function drawnNumber(text, locale) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12345.6);
  const symbol = (type) => parts.find((part) => part.type === type)?.value ?? '';
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)]
    .reverse()
    .join('');
  const decimal = symbol('decimal');
  let whole = '';
  let fraction = null;
  let negative = false;
  for (const character of text) {
    const value = digits.indexOf(character);
    const digit = value >= 0 ? String(value) : /[0-9]/.test(character) ? character : null;
    if (digit !== null) {
      if (fraction === null) whole += digit;
      else fraction += digit;
    } else if (character === decimal && whole !== '' && fraction === null) fraction = '';
    else if (character === '-' || character === '−') negative = true;
  }
  if (whole === '') return null;
  const value = BigInt(whole + (fraction ?? ''));
  return { value: negative ? -value : value, places: (fraction ?? '').length };
}

/** Adds up what is drawn; all of it must have the same number of digits after the separator. */
export function addUp(texts, locale) {
  let sum = 0n;
  let places = null;
  for (const text of texts) {
    const number = drawnNumber(text, locale);
    if (number === null) throw new Error(`no number is drawn: "${text}"`);
    if (places !== null && places !== number.places) throw new Error(`other digits: ${texts}`);
    places = number.places;
    sum += number.value;
  }
  return sum;
}

const editor = () => document.querySelector('crossfoot-editor').shadowRoot;

/** What the editor draws: lines and section sums of its amount columns, and the totals. */
export async function readEditor(page) {
  return page.evaluate((root) => {
    const shadow = new Function(`return (${root})()`)();
    const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    const amount = (element) => text(element.querySelector('bdi') ?? element);
    const columns = {};
    for (const id of ['net', 'total']) {
      const cells = [...shadow.querySelectorAll(`tr[data-id]:not(.ghost)`)].flatMap((row) => {
        if (row.classList.contains('section')) {
          const sum = row.querySelector(`[data-sum=${id}]`);
          return sum
            ? [{ section: true, text: text(sum), right: sum.getBoundingClientRect().right }]
            : [];
        }
        const cell = row.querySelector(`button.amount[data-col=${id}]`);
        if (!cell) return [];
        const box = cell.getBoundingClientRect();
        return [{ apart: cell.classList.contains('apart'), text: text(cell), right: box.right }];
      });
      columns[id] = cells;
    }
    const panel = shadow.querySelector('section.totals');
    const rows = [];
    for (const row of panel.querySelectorAll('.total-line, .adjustment')) {
      if (row.closest('.parts')) continue;
      const drawn = [...row.querySelectorAll('.amount')].find((each) => !each.closest('.parts'));
      if (!drawn || /–$/.test(amount(drawn))) continue;
      rows.push({
        amount: amount(drawn),
        grand: row.classList.contains('grand'),
        label: text(row.querySelector('.label, .type')),
        parts: [...row.querySelectorAll('.parts > .part > .amount')].map(amount),
      });
    }
    const schedule = [...shadow.querySelectorAll('.schedule tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(text),
    );
    return { columns, rows, schedule };
  }, editor.toString());
}

/** What the buyer's page draws: the amounts of its lines, and the sums below them. */
export async function readPaper(page, host = 'crossfoot-preview') {
  return page.evaluate((name) => {
    const shadow = document.querySelector(name).shadowRoot;
    const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    return {
      lines: [...shadow.querySelectorAll('.paper-lines td.amount:not(.apart)')].map(text),
      rows: [...shadow.querySelectorAll('.paper-totals .total')].map((row) => ({
        label: text(row.querySelector('dt')),
        amount: text(row.querySelector('dd')),
        kind: row.className,
      })),
      said: [...shadow.querySelectorAll('.paper-totals .said')].map(text),
    };
  }, host);
}

/** What the checkout draws. */
export async function readCheckout(page) {
  return page.evaluate(() => {
    const shadow = document.querySelector('crossfoot-summary').shadowRoot;
    const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    return {
      lines: [...shadow.querySelectorAll('.lines .amount')].map(text),
      rows: [...shadow.querySelectorAll('.totals .row')].map((row) => ({
        label: text(row.querySelector('dt')),
        amount: text(row.querySelector('dd')),
        kind: row.className,
      })),
      said: text(shadow.querySelector('.included')),
    };
  });
}
