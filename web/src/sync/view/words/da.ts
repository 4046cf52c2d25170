import type { SyncMessages } from '../words.ts';

/** Danish: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Gemt på denne enhed',
  'save.saving': 'Gemmer …',
  'save.saved': 'Gemt',
  'save.offline': {
    one: 'Offline: {count} dokument venter',
    other: 'Offline: {count} dokumenter venter',
  },
  'save.retrying': 'Kunne ikke gemme: prøver igen om {seconds} s',
  'save.decision': 'Kræver din beslutning',
  'save.unprotected': 'Ikke beskyttet mod konflikter',
  'save.signIn': 'Log ind for at synkronisere',
  'save.rejected': 'Afvist af serveren: {reason}',
  'save.unprotectedHelp':
    'Denne server opdager ikke, når to personer gemmer samtidig. Dine ændringer sammenlignes, før og efter der gemmes.',
  'conflict.title': {
    one: 'Ændret af dig og {by}: {count} sted',
    other: 'Ændret af dig og {by}: {count} steder',
  },
  'conflict.explain':
    'Intet sendes, før du har besluttet dig. Den version, du ikke beholder, bliver nedenfor og kan gendannes.',
  'conflict.someone': 'en anden',
  'conflict.mine': 'Din version',
  'conflict.theirs': 'Den andens version',
  'conflict.keepMine': 'Behold min',
  'conflict.takeTheirs': 'Brug den andens',
  'conflict.keepMineOf': 'Behold min: {name}',
  'conflict.takeTheirsOf': 'Brug den andens: {name}',
  'conflict.absent': 'Findes ikke',
  'conflict.line': 'Linje: {name}',
  'conflict.unnamed': 'uden navn',
  'conflict.decided': 'Afgjort. Du kan fortsætte.',
  'merge.notice': 'Flettet med ændringer fra {by}: i alt {before} → {after}',
  'notice.close': 'Luk',
  'loser.title': 'Versioner, der ikke blev beholdt',
  'loser.mine': 'Din, {time}',
  'loser.theirs': 'Af {by}, {time}',
  'loser.restore': 'Gendan',
  'loser.restoreOf': 'Gendan: {name}',
  'missing.title': 'Dette dokument er ikke længere på serveren',
  'missing.recreate': 'Gem det der igen',
  'missing.keepLocal': 'Behold det kun på denne enhed',
  'finalised.title': 'Dette dokument blev færdiggjort af {by}',
  'finalised.explain':
    'Det kan ikke længere ændres. Dine ændringer bliver nedenfor som en version, der ikke blev beholdt.',
  'finalised.accept': 'Vis det færdiggjorte dokument',
};
