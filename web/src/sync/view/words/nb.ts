import type { SyncMessages } from '../words.ts';

/** Norwegian Bokmål: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Lagret på denne enheten',
  'save.saving': 'Lagrer …',
  'save.saved': 'Lagret',
  'save.offline': {
    one: 'Frakoblet: {count} dokument venter',
    other: 'Frakoblet: {count} dokumenter venter',
  },
  'save.retrying': 'Kunne ikke lagre: prøver igjen om {seconds} s',
  'save.decision': 'Krever din avgjørelse',
  'save.unprotected': 'Ikke beskyttet mot konflikter',
  'save.signIn': 'Logg inn for å synkronisere',
  'save.rejected': 'Avvist av serveren: {reason}',
  'save.unprotectedHelp':
    'Denne serveren merker ikke om to personer lagrer samtidig. Endringene dine sammenlignes før og etter hver lagring.',
  'conflict.title': {
    one: 'Endret av deg og {by}: {count} sted',
    other: 'Endret av deg og {by}: {count} steder',
  },
  'conflict.explain':
    'Ingenting sendes før du har bestemt deg. Versjonen du ikke beholder, blir liggende nedenfor og kan gjenopprettes.',
  'conflict.someone': 'en annen',
  'conflict.mine': 'Din versjon',
  'conflict.theirs': 'Den andres versjon',
  'conflict.keepMine': 'Behold min',
  'conflict.takeTheirs': 'Bruk den andres',
  'conflict.keepMineOf': 'Behold min: {name}',
  'conflict.takeTheirsOf': 'Bruk den andres: {name}',
  'conflict.absent': 'Finnes ikke',
  'conflict.line': 'Linje: {name}',
  'conflict.unnamed': 'uten navn',
  'conflict.decided': 'Avgjort. Du kan fortsette.',
  'merge.notice': 'Slått sammen med endringer fra {by}: totalt {before} → {after}',
  'notice.close': 'Lukk',
  'loser.title': 'Versjoner som ikke ble beholdt',
  'loser.mine': 'Din, {time}',
  'loser.theirs': 'Fra {by}, {time}',
  'loser.restore': 'Gjenopprett',
  'loser.restoreOf': 'Gjenopprett: {name}',
  'missing.title': 'Dette dokumentet finnes ikke lenger på serveren',
  'missing.recreate': 'Lagre det der på nytt',
  'missing.keepLocal': 'Behold det bare på denne enheten',
  'finalised.title': 'Dette dokumentet ble ferdigstilt av {by}',
  'finalised.explain':
    'Det kan ikke endres lenger. Endringene dine blir liggende nedenfor som en versjon som ikke ble beholdt.',
  'finalised.accept': 'Vis det ferdigstilte dokumentet',
};
