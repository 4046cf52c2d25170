// Walking a page as somebody who tries everything: every button is pressed, every box that comes to
// light is typed into, every tick and choice is made. Nothing is listed by hand. What is wrong comes
// back as sentences.
import { SPEEDS } from './typing.mjs';
import { rest } from './waiting.mjs';

const LEAVES = ['Tab', 'Enter'];
const SETTLED_MS = 350;
const OPENED_MS = 200;

/** Every speed with every key to leave by. */
const WAYS = SPEEDS.flatMap((delay) => LEAVES.map((leaveBy) => ({ delay, leaveBy })));
/** Where a run takes one way for each box, the slowest hand waits for `scripts/type-everywhere`. */
const USUAL_WAYS = WAYS.filter(({ delay }) => delay < Math.max(...SPEEDS));

/** The leaves of a document or a record, as text. */
function leavesOf(value) {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)];
}

/** `1,234.50` and `1234.5` are one number. */
function plain(text) {
  const digits = text.replaceAll(/[,\s$€%]/g, '');
  return /^-?\d+(\.\d+)?$/.test(digits)
    ? digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
    : text.trim().replaceAll(/\s+/g, ' ');
}

/** A date as the keys that somebody presses in the browser's own box: month, day, year. */
const dateKeys = (iso) => iso.slice(5, 7) + iso.slice(8) + iso.slice(0, 4);

/** A surface is `{ page, fresh, read?, except, seed, everything, check? }`; see every-box.test.mjs. */
export class Walk {
  complaints = [];
  /** The places that were visited, and the boxes that were typed into, ticked or chosen. */
  places = new Set();
  boxes = new Set();
  #pressed = new Set();
  #count = 0;

  constructor(surface) {
    this.surface = surface;
    this.page = surface.page;
  }

  /** Visits the page itself, and whatever its buttons open. */
  async everything(name) {
    await this.#visit(name, []);
    await this.#openAll(name, [], 0);
    return this;
  }

  #ask(what, ...more) {
    return this.page.evaluate(([name, given]) => globalThis.walk[name](...given), [what, more]);
  }

  #controls() {
    return this.#ask('controls', this.surface.except ?? '');
  }

  #openers() {
    return this.#ask('openers', this.surface.except ?? '');
  }

  /** The way a box is typed into: its own in each run, all of them where everything is asked for. */
  #ways() {
    this.#count++;
    if (this.surface.everything) return WAYS;
    return [USUAL_WAYS[(this.surface.seed + this.#count) % USUAL_WAYS.length]];
  }

  #complain(place, sentence) {
    this.#trace('!', place, sentence);
    this.complaints.push(`${place}: ${sentence}`);
  }

  /** From the beginning, the buttons of `path` pressed one after the other; false where one is gone. */
  async #go(path) {
    await this.surface.fresh();
    return this.#openPath(path);
  }

  /** Where the walk is, for somebody who watches it (CROSSFOOT_TRACE). */
  #trace(...said) {
    if (process.env.CROSSFOOT_TRACE)
      console.error(Math.round(performance.now() / 100) / 10, ...said);
  }

  /** As a hand does: at its place on the screen, where nothing covers it. */
  async #click(mark, at) {
    const spot = await this.#ask('spot', mark, at);
    if (spot) await this.page.mouse.click(spot.x, spot.y);
    return spot !== null;
  }

  async #press({ at }) {
    if (!(await this.#click('opener', at))) this.#trace('could not press', at);
    await rest(this.page, OPENED_MS);
  }

  /** Presses each button that is there and was not pressed yet; goes on in what it opens. */
  async #openAll(place, path, depth) {
    if (!(await this.#go(path))) return;
    const before = await this.#shape();
    for (const { name } of await this.#openers()) {
      const key = depth === 0 ? name : `${place} › ${name}`;
      if (this.#pressed.has(key) || path.includes(name)) continue;
      this.#pressed.add(key);
      this.#trace('press', key);
      if (!(await this.#go([...path, name]))) continue;
      const now = await this.#shape();
      if (now.layer === '' && before.layer !== '') continue;
      const isNew = now.layer !== before.layer || now.boxes.length > before.boxes.length;
      if (!isNew) continue;
      const opened = now.layer === before.layer ? `${place} › ${name}` : now.layer;
      if (now.layer !== 'menu' && now.boxes.length > 0 && !this.places.has(opened)) {
        await this.#visit(opened, [...path, name]);
      } else if (now.layer !== 'menu' && this.places.has(opened)) continue;
      if (depth < 2 && now.layer !== '') await this.#openAll(opened, [...path, name], depth + 1);
    }
  }

  async #shape() {
    const boxes = await this.#controls();
    return { layer: await this.#ask('layerName'), boxes };
  }

  /** Types, ticks and chooses all that is there, closes it, opens it again and compares. */
  async #visit(place, path) {
    await this.surface.fresh();
    const before = JSON.stringify((await this.surface.read?.()) ?? null);
    if (!(await this.#openPath(path))) return;
    // What a button put into the document is there without pressing it again.
    const isAdded = JSON.stringify((await this.surface.read?.()) ?? null) !== before;
    this.#trace('visit', place, path);
    this.places.add(place);
    await this.#each(place, path, 'text', (box) => this.#type(place, box));
    if (await this.#ask('hasDraft')) {
      await this.#carryOut(place);
      if (!(await this.#go(path))) return;
    }
    await this.#each(place, path, 'other', (box) => this.#choose(place, box));
    await this.#add(place);
    if (!(await this.#ask('hasDraft'))) await this.#comeBack(place, path, isAdded);
  }

  async #each(place, path, kind, use) {
    const before = await this.#ask('layerName');
    for (let at = 0; at < 80; at++) {
      const boxes = await this.#controls();
      const box = boxes[at];
      if (!box) return;
      if ((box.kind === 'text') !== (kind === 'text') || this.#isDone(place, box, kind)) continue;
      await use(box);
      // Enter may carry a dialog out: it is opened again for the boxes that are left.
      if ((await this.#ask('layerName')) !== before && !(await this.#go(path))) return;
    }
  }

  /** A box that was there before something else on the same page was opened is not tried again. */
  #isDone(place, { name, at }, kind) {
    const [page] = place.split(' › ');
    const key = `${page} › ${name.replace(/:.*/, '') || at} › ${kind}`;
    if (this.boxes.has(key)) return true;
    this.boxes.add(key);
    return false;
  }

  /** A text that fits the box, another one for each. */
  async #textFor(box) {
    const n = this.#count;
    if (box.type === 'email') return `p${n}@example.org`;
    if (box.type === 'url') return `https://example.org/${n}`;
    if (box.isCount) return String(11 + ((n * 7) % 80));
    if (box.isNumber) return `${11 + ((n * 7) % 80)}.${n % 2 === 0 ? '25' : '75'}`;
    if (box.isList) return (await this.#ask('optionsOf', box.at)).at(n % 7) ?? `typed ${n}`;
    return `typed ${n}`;
  }

  async #type(place, box) {
    for (const { delay, leaveBy } of this.#ways()) {
      const key = box.isLong || box.type === 'date' ? 'Tab' : leaveBy;
      const said = `“${box.name}” at ${delay} ms a key, ${key}`;
      const before = JSON.stringify((await this.surface.read?.()) ?? null);
      const isThere = await this.#enter(box);
      this.#trace('type', isThere, box.name, key, delay);
      if (!isThere) return;
      const isDate = box.type === 'date';
      const text = isDate
        ? `2027-0${1 + (this.#count % 8)}-1${this.#count % 9}`
        : await this.#textFor(box);
      await this.page.keyboard.type(isDate ? dateKeys(text) : text, { delay });
      const typed = await this.#ask('stateOf', box.at);
      if (!typed)
        this.#complain(place, `${said}: another box took its place while it was typed in`);
      else if (typed.value !== text) {
        this.#complain(place, `${said}: typed “${text}”, the box shows “${typed.value}”`);
      }
      // Nobody waits between two boxes: what is drawn late is drawn while the next one is typed into.
      await this.page.keyboard.press(key);
      await this.#compare(place, box, text, said, JSON.parse(before));
    }
  }

  async #enter(box) {
    const isThere = await this.#click('walk', box.at);
    if (!isThere) return false;
    if (box.type === 'date') {
      // The hand may have met the day or the year; keys begin with the month.
      for (let part = 0; part < 2; part++) await this.page.keyboard.press('ArrowLeft');
    } else await this.page.keyboard.press('Control+a');
    return true;
  }

  /** What the left box shows, and what was kept, is what was typed, or it is refused in sight. */
  async #compare(place, box, text, said, before) {
    const left = await this.#ask('stateOf', box.at);
    const after = await this.surface.read?.();
    const isRefused = (await this.#ask('refused')).length > 0;
    const kept = leavesOf(after ?? {});
    const isKept = kept.some((each) => plain(each).includes(plain(text)));
    const added = leavesOf(after ?? {}).filter((each) => !leavesOf(before ?? {}).includes(each));
    // What a box makes of a text is fine where the words beside it say so.
    const isSaid = left && left.value !== '' && left.said.includes(left.value);
    if (left && !isRefused && !isKept && !isSaid && !plain(left.value).includes(plain(text))) {
      this.#complain(place, `${said}: typed “${text}”, left it shows “${left.value}”`);
    }
    if (added.length > 0 && !isKept && !isRefused && !box.isList) {
      this.#complain(place, `${said}: typed “${text}”, kept ${added.join(', ')}`);
    }
  }

  /** Every amount that is shown is one that the core counts. */
  async #add(place) {
    for (const each of (await this.surface.check?.()) ?? []) this.#complain(place, each);
  }

  async #choose(place, box) {
    const element = this.page.locator(`[data-walk="${box.at}"]`).first();
    const others = box.values.filter((each) => each !== box.value);
    if (box.kind === 'choice' && others.length === 0) return;
    const wanted =
      box.kind === 'tick'
        ? String(box.type === 'radio' || box.value !== 'true')
        : others.at(this.surface.seed % others.length);
    if (box.kind === 'tick') await this.#click('walk', box.at);
    else await element.selectOption(wanted, { timeout: 3000 }).catch(() => undefined);
    await rest(this.page, SETTLED_MS);
    const now = await this.#ask('stateOf', box.at);
    const isRefused = (await this.#ask('refused')).length > 0;
    if (now && now.value !== wanted && !isRefused) {
      this.#complain(place, `“${box.name}”: chosen ${wanted}, it shows ${now.value}`);
    }
  }

  /** What a place shows is what it shows when it is opened again, or after a reload. */
  async #comeBack(place, path, isAdded) {
    const shown = await this.#shown();
    const reopened = isAdded ? path.slice(0, -1) : path;
    const isThere = await this.surface.again?.(() => this.#openPath(reopened));
    this.#trace('again', place, isThere);
    if (isThere !== true) return;
    const again = await this.#shown();
    // What was refused stands in its box, marked, until the page is left.
    const changed = shown.flatMap(({ said, isInvalid }, at) =>
      isInvalid || again[at]?.said === said ? [] : [`${said} → ${again[at]?.said ?? 'gone'}`],
    );
    if (changed.length > 0)
      this.#complain(place, `opened again: ${changed.slice(0, 4).join('; ')}`);
  }

  async #openPath(path) {
    for (const name of path) {
      const opener = (await this.#openers()).find((each) => each.name === name);
      if (!opener) return false;
      await this.#press(opener);
    }
    return true;
  }

  async #shown() {
    const boxes = await this.#controls();
    // What is searched for and which rows are selected is nobody's document.
    return boxes
      .filter(({ isOfView }) => !isOfView)
      .map(({ name, value, isInvalid }) => ({ said: `${name} “${value}”`, isInvalid }));
  }

  /** Carries out what was typed into a dialog: the record has it, or the dialog says why not. */
  async #carryOut(place) {
    const texts = (await this.#controls()).filter(
      ({ kind, value, isOfView }) => kind === 'text' && value !== '' && !isOfView,
    );
    if (!(await this.#ask('confirm'))) return;
    const name = await this.#ask('layerName');
    const before = JSON.stringify(await this.surface.kept());
    await this.#click('opener', 'confirm');
    await rest(this.page, 2 * SETTLED_MS);
    if ((await this.#ask('layerName')) === name) {
      if ((await this.#ask('refused')).length === 0) {
        this.#complain(place, 'confirmed, and nothing happened and nothing was said');
      }
      return;
    }
    const after = await this.surface.kept();
    const kept = leavesOf(after).map(plain);
    if (JSON.stringify(after) === before) return;
    const lost = texts.filter(
      ({ value, isList, isCount }) =>
        !isList && !isCount && !kept.some((each) => each.includes(plain(value))),
    );
    for (const { name: box, value } of lost) {
      this.#complain(place, `confirmed with “${box}” as “${value}”, which is not kept`);
    }
  }
}
