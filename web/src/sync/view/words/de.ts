import type { SyncMessages } from '../words.ts';

/** German: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Auf diesem Gerät gespeichert',
  'save.saving': 'Wird gespeichert …',
  'save.saved': 'Gespeichert',
  'save.offline': {
    one: 'Offline: {count} Dokument wartet',
    other: 'Offline: {count} Dokumente warten',
  },
  'save.retrying': 'Speichern fehlgeschlagen: neuer Versuch in {seconds} s',
  'save.decision': 'Ihre Entscheidung ist nötig',
  'save.unprotected': 'Nicht vor Konflikten geschützt',
  'save.signIn': 'Zum Synchronisieren anmelden',
  'save.rejected': 'Vom Server abgelehnt: {reason}',
  'save.unprotectedHelp':
    'Dieser Server bemerkt nicht, wenn zwei Personen gleichzeitig speichern. Ihre Änderungen werden vor und nach jedem Speichern verglichen.',
  'conflict.title': {
    one: 'Von Ihnen und von {by} geändert: {count} Stelle',
    other: 'Von Ihnen und von {by} geändert: {count} Stellen',
  },
  'conflict.explain':
    'Nichts wird gesendet, bis Sie entschieden haben. Die Fassung, die Sie nicht behalten, bleibt unten stehen und kann wiederhergestellt werden.',
  'conflict.someone': 'jemand anderem',
  'conflict.mine': 'Ihre Fassung',
  'conflict.theirs': 'Andere Fassung',
  'conflict.keepMine': 'Meine behalten',
  'conflict.takeTheirs': 'Andere übernehmen',
  'conflict.keepMineOf': 'Meine behalten: {name}',
  'conflict.takeTheirsOf': 'Andere übernehmen: {name}',
  'conflict.absent': 'Nicht vorhanden',
  'conflict.line': 'Position: {name}',
  'conflict.unnamed': 'ohne Namen',
  'conflict.decided': 'Entschieden. Sie können weitermachen.',
  'merge.notice': 'Mit Änderungen von {by} zusammengeführt: Gesamtbetrag {before} → {after}',
  'notice.close': 'Schließen',
  'loser.title': 'Nicht behaltene Fassungen',
  'loser.mine': 'Ihre Fassung, {time}',
  'loser.theirs': 'Von {by}, {time}',
  'loser.restore': 'Wiederherstellen',
  'loser.restoreOf': 'Wiederherstellen: {name}',
  'missing.title': 'Dieses Dokument ist nicht mehr auf dem Server',
  'missing.recreate': 'Dort erneut speichern',
  'missing.keepLocal': 'Nur auf diesem Gerät behalten',
  'finalised.title': 'Dieses Dokument wurde von {by} abgeschlossen',
  'finalised.explain':
    'Es kann nicht mehr geändert werden. Ihre Änderungen bleiben unten als nicht behaltene Fassung stehen.',
  'finalised.accept': 'Abgeschlossenes Dokument anzeigen',
};
