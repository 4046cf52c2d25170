/** How a workspace writes numbers: as its language does, until somebody chooses a form. */
import { choicesIn } from '../i18n/first-choices.ts';
import type { Settings } from './store/records.ts';

/** The number format of who speaks a language in this browser. */
function usual(language: string): string {
  return choicesIn(language, navigator.languages).locale;
}

/** Whether the form was chosen; settings of an earlier version do not say so where it is the usual one. */
export function isFormChosen({ language, locale, localeChosen }: Settings): boolean {
  return localeChosen ?? locale !== usual(language);
}

/** Another language; numbers follow it unless their form was chosen. */
export function inLanguage(settings: Settings, language: string): Partial<Settings> {
  return isFormChosen(settings) ? { language } : { language, locale: usual(language) };
}

/** A form of its own; '' for that of the language. */
export function inForm({ language }: Settings, locale: string): Partial<Settings> {
  const localeChosen = locale !== '';
  return { localeChosen, locale: localeChosen ? locale : usual(language) };
}
