// The words of the sync in the languages of the editor; all but English come when they are asked for.
import { Catalogue, Words } from '../../i18n/catalogue.ts';
import en from '../../../words/en.json?part=sync';

export type SyncWord = keyof typeof en.sync;
export type SyncWords = Words<SyncWord>;

export const englishWords: SyncWords = new Words('en', en.sync);

const catalogue = new Catalogue(
  'sync',
  (language) => import(`../../../words/${language}.json?part=sync`),
  englishWords,
);

/** The words for a language tag such as `de-AT`; English where there are none. */
export const loadSyncWords = (tag: string): Promise<SyncWords> => catalogue.load(tag);
