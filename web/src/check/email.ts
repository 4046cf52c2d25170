/** E-mail addresses, as far as their form says whether a message can reach them. */

/** The part before the @: no blanks, quotes or brackets, no dot at an end or beside another. */
const LOCAL = /^(?!\.)(?!.*\.\.)[^\s@"(),:;<>[\\\]]{1,64}(?<!\.)$/u;
/** One label of a domain name, in letters of any script. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const MOST_LETTERS = 254;

/** Whether a text is one address: RFC 5321 without its quoted forms, RFC 6531 letters included. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > MOST_LETTERS) return false;
  const labels = text.slice(at + 1).split(/[.。]/);
  return (
    LOCAL.test(text.slice(0, at)) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\p{N}+$/u.test(labels.at(-1) ?? '')
  );
}

/** The addresses of a list: `a@b.no, Ada Berg <ada@berg.no>; c@d.no`. */
export function readEmails(list: string): string[] {
  return list
    .split(/[,;\n]/)
    .map((each) => (/<([^<>]*)>\s*$/.exec(each)?.[1] ?? each).trim())
    .filter((each) => each !== '');
}

/** The first of a list that is no address; null where all are. */
export function badEmail(list: string): string | null {
  return readEmails(list).find((each) => !isEmail(each)) ?? null;
}
