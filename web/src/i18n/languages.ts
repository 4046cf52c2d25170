/** The languages of all elements, apart from their words. */

/** The languages there are; all but `en` are drafts that a speaker has yet to review. */
export const LANGUAGES = ['en', 'nb', 'nl', 'da', 'de', 'fr', 'es', 'ar', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

function ours(tag: string): string {
  const base = tag.toLowerCase().split('-')[0] ?? '';
  return base === 'no' || base === 'nn' ? 'nb' : base;
}

/** Whether one of our languages serves a tag. */
export function isServed(tag: string): boolean {
  return LANGUAGES.some((language) => language === ours(tag));
}

/** The language among ours that serves a tag such as `no-NO` or `de-AT`; en otherwise. */
export function servedLanguage(tag: string): Language {
  return LANGUAGES.find((language) => language === ours(tag)) ?? 'en';
}
