import type { SyncMessages } from '../words.ts';

/** Dutch: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Opgeslagen op dit apparaat',
  'save.saving': 'Opslaan…',
  'save.saved': 'Opgeslagen',
  'save.offline': {
    one: 'Offline: {count} document wacht',
    other: 'Offline: {count} documenten wachten',
  },
  'save.retrying': 'Opslaan mislukt: nieuwe poging over {seconds} s',
  'save.decision': 'Uw beslissing is nodig',
  'save.unprotected': 'Niet beschermd tegen conflicten',
  'save.signIn': 'Meld u aan om te synchroniseren',
  'save.rejected': 'Niet geaccepteerd door de server: {reason}',
  'save.unprotectedHelp':
    'Deze server merkt niet dat twee mensen tegelijk opslaan. Uw wijzigingen worden voor en na elke keer opslaan vergeleken.',
  'conflict.title': {
    one: 'Gewijzigd door u en door {by}: {count} plaats',
    other: 'Gewijzigd door u en door {by}: {count} plaatsen',
  },
  'conflict.explain':
    'Er wordt niets verzonden totdat u hebt beslist. De versie die u niet behoudt, blijft hieronder staan en kan worden teruggezet.',
  'conflict.someone': 'iemand anders',
  'conflict.mine': 'Van u',
  'conflict.theirs': 'Van de ander',
  'conflict.keepMine': 'Die van mij behouden',
  'conflict.takeTheirs': 'Die van de ander nemen',
  'conflict.keepMineOf': 'Die van mij behouden: {name}',
  'conflict.takeTheirsOf': 'Die van de ander nemen: {name}',
  'conflict.absent': 'Niet aanwezig',
  'conflict.line': 'Regel: {name}',
  'conflict.unnamed': 'zonder naam',
  'conflict.decided': 'Beslist. U kunt verdergaan.',
  'merge.notice': 'Samengevoegd met wijzigingen van {by}: totaal {before} → {after}',
  'notice.close': 'Sluiten',
  'loser.title': 'Niet behouden versies',
  'loser.mine': 'Van u, {time}',
  'loser.theirs': 'Van {by}, {time}',
  'loser.restore': 'Terugzetten',
  'loser.restoreOf': 'Terugzetten: {name}',
  'missing.title': 'Dit document staat niet meer op de server',
  'missing.recreate': 'Daar opnieuw opslaan',
  'missing.keepLocal': 'Alleen op dit apparaat bewaren',
  'finalised.title': 'Dit document is definitief gemaakt door {by}',
  'finalised.explain':
    'Het kan niet meer worden gewijzigd. Uw wijzigingen blijven hieronder staan als niet behouden versie.',
  'finalised.accept': 'Definitief document tonen',
};
