// The list of issues and the reading of single fields that may raise one.

import { readDecimal } from './decimal.mjs';

const escape = (name) => String(name).replace(/~/g, '~0').replace(/\//g, '~1');
/** A JSON Pointer below another. */
export const join = (path, ...names) => path + names.map((n) => `/${escape(n)}`).join('');

/** Absent and null mean the same (PR-1.1). */
export const present = (value) => value !== undefined && value !== null;

/** Issues found below one list entry (a line, a rate, an adjustment…), with that entry's state. */
export class Issues {
  constructor(list, lineId) {
    this.list = list;
    this.lineId = lineId;
    this.failed = false; // an error in a pricing field: the entry counts 0
  }

  add(severity, code, path) {
    if (this.list.some((i) => i.severity === severity && i.code === code && i.path === path))
      return;
    const issue = { severity, code, path, message: code };
    if (this.lineId !== undefined) issue.lineId = this.lineId;
    this.list.push(issue);
  }

  /** An error in a field that prices. */
  error(code, path) {
    this.add('error', code, path);
    this.failed = true;
  }

  /** An error that leaves the entry priced (a missing name, a bad tax rate on a line). */
  harmless(code, path) {
    this.add('error', code, path);
  }

  warning(code, path) {
    this.add('warning', code, path);
  }

  /** An amount whose `member` says that it is in another currency than the document (DO-2.4). */
  kept(owner, member, path, currency) {
    if (present(owner[member]) && owner[member] !== currency.code)
      this.warning('price-currency-unknown', path);
  }

  /** A decimal member, or `fallback` when absent; undefined when it is in error. */
  decimal(object, name, path, limits, fallback) {
    if (!present(object[name])) return fallback;
    const { value, code } = readDecimal(object[name], limits);
    if (code) this.error(code, join(path, name));
    return value;
  }

  /** A decimal member that must be there. */
  requiredDecimal(object, name, path, limits) {
    if (!present(object[name])) this.error('required', join(path, name));
    return this.decimal(object, name, path, limits);
  }

  /** A missing or empty name is an error, but the entry still prices. */
  requireName(object, path) {
    if (!present(object.name) || object.name === '') this.harmless('required', join(path, 'name'));
  }

  /** The one member of `names` that is present; none or several is `one-of` on `path`. */
  oneOf(object, names, path) {
    const found = names.filter((name) => present(object[name]));
    if (found.length === 1) return found[0];
    this.error('one-of', path);
    return undefined;
  }
}
