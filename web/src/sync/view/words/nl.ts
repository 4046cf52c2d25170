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
  'save.rejected': 'Geweigerd door de server: {reason}',
  'save.unprotectedHelp':
    'Deze server merkt het niet als twee mensen tegelijk opslaan. Uw wijzigingen worden voor en na elke keer opslaan vergeleken.',
  'conflict.title': {
    one: 'Gewijzigd door u en door {by}: {count} plaats',
    other: 'Gewijzigd door u en door {by}: {count} plaatsen',
  },
  'conflict.explain':
    'Er wordt niets verzonden totdat u hebt beslist. De versie die u niet behoudt, blijft hieronder staan en kan worden teruggezet.',
  'conflict.someone': 'iemand anders',
  'conflict.mine': 'Uw versie',
  'conflict.theirs': 'Versie van de ander',
  'conflict.keepMine': 'Mijn versie behouden',
  'conflict.takeTheirs': 'Andere versie overnemen',
  'conflict.keepMineOf': 'Mijn versie behouden: {name}',
  'conflict.takeTheirsOf': 'Andere versie overnemen: {name}',
  'conflict.absent': 'Niet aanwezig',
  'conflict.line': 'Regel: {name}',
  'conflict.unnamed': 'zonder naam',
  'conflict.decided': 'Beslist. U kunt verdergaan.',
  'merge.notice': 'Samengevoegd met wijzigingen van {by}: totaal {before} → {after}',
  'notice.close': 'Sluiten',
  'loser.title': 'Niet behouden versies',
  'loser.mine': 'Uw versie, {time}',
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
