/** German. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Das geht, solange der Stand einer von diesen ist: {statuses}. Jetzt: {status}.',
  immutable: 'Das Dokument kann nicht geändert werden. Stand: {status}.',
  notPermitted: 'Diese Seite lässt das nicht zu ({flag}).',
  lastingFinal:
    'Positionen, Preise, Steuern und Texte können nicht mehr geändert werden, und die Nummer ist endgültig vergeben, auch wenn das Dokument später storniert wird.',
  lastingVoid:
    'Das Dokument behält seine Nummer und zählt von nun an nicht mehr; es kann nie wieder geöffnet, bezahlt oder angerechnet werden.',
  lastingAccepted: 'Ein angenommenes Angebot kann nicht mehr zurückgezogen oder geändert werden.',
  lastingArchived: 'Ein archiviertes Angebot kann nur noch angesehen und kopiert werden.',
  lastingRecord:
    'Nur dieser Eintrag wird gelöscht: das Geld selbst bewegt sich nicht, weder hier noch beim Zahlungsdienst.',
  lastingRefund: 'Eine erfasste Erstattung bleibt auf dem Dokument.',
  lastingCredit:
    'Ein angerechnetes Guthaben bleibt angerechnet; es kann nicht zurückgenommen werden.',
  lastingCancel:
    'Es wird keine weitere Zahlung fällig. Ein gekündigtes Abonnement kann nicht wieder gestartet werden; legen Sie stattdessen ein neues an.',
  lastingDelete: 'Ein gelöschtes Dokument ist weg. Exportieren Sie es vorher, um es zu behalten.',
  creditInstead:
    'Es wurde ganz oder teilweise bezahlt und kann daher nicht storniert werden. Erstatten Sie das Geld oder schreiben Sie die Rechnung gut.',
  notFinal: 'Es ist noch ein Entwurf. Schließen Sie ihn erst ab.',
  voided: 'Es wurde storniert und verlangt nichts, daher kann nichts bezahlt werden.',
  keepRecord:
    'Ein abgeschlossenes Dokument bleibt in den Büchern. Stornieren Sie es stattdessen, wo nichts bezahlt wurde.',
  cancelFirst:
    'Nur ein gekündigtes oder abgelaufenes Abonnement kann gelöscht werden. Kündigen Sie es und exportieren Sie es vorher.',
  canceledAlready:
    'Es ist bereits gekündigt und endet am {day}; es kann nicht noch einmal gekündigt oder geändert werden.',
  canceledEnded: 'Es ist bereits gekündigt und beendet. Legen Sie ein neues an.',
  endsBefore: 'Es wurde zum {day} gekündigt; danach wird nichts mehr fällig.',
  nothingDueOn: 'An diesem Tag wird nichts fällig.',
  draftVoid: 'Ein Entwurf hat keine Nummer zu behalten. Löschen Sie ihn stattdessen.',
  voidedRefund: 'Es wurde storniert, bevor etwas bezahlt war.',
  paidCredit: 'Es ist nichts mehr zu zahlen. Erstatten Sie erst eine Zahlung.',
  voidedDelete: 'Ein storniertes Dokument bleibt mit seiner Nummer in den Büchern.',
  memoApplied: 'Sie wurde auf eine Rechnung angerechnet und kann daher nicht storniert werden.',
  memoVoided: 'Sie wurde storniert und hat kein Guthaben zu geben.',
  nothingToPayOut: 'Vom Guthaben ist nichts mehr auszuzahlen.',
  onceSent: 'Erfassen Sie es, sobald das Geld überwiesen ist.',
  noSuchPayment: 'Dann ist keine Zahlung des Abonnements fällig.',
  quoteUnseen: 'Der Kunde hat es noch nicht gesehen. Veröffentlichen Sie es erst.',
  publishFirst: 'Veröffentlichen Sie es erst.',
  quoteAccepted: 'Es wurde angenommen. Kopieren Sie es für ein anderes Angebot.',
  quoteExpired: 'Es ist abgelaufen. Kopieren Sie es für ein neues Angebot.',
  quotePublished:
    'Der Kunde hat es vielleicht schon. Ziehen Sie es zurück oder archivieren Sie es.',
  linkActive: 'Er kann gerade bezahlt werden. Deaktivieren Sie ihn erst.',
  errors: 'Beheben Sie erst die Fehler: {codes}.',
  needsLines: 'Fügen Sie erst mindestens eine Position hinzu.',
  needsContact: 'Nennen Sie mindestens eine Ansprechperson, an die es geht.',
  totalTooLarge: 'Die Summe ist zu groß für eine Rechnung.',
  negativeTotal:
    'Die Summe liegt unter 0. Geben Sie sie mit einer Gutschrift über positive Beträge zurück.',
  offerOver: 'Das Angebot galt bis {day}. Kopieren Sie es für ein neues.',
  offerGood: 'Das Angebot gilt bis {day}.',
  noLastDay: 'Dieses Angebot hat keinen letzten Tag.',
  amountsMoved:
    'Die Beträge sind nicht die veröffentlichten. Ziehen Sie es zurück und veröffentlichen Sie es neu.',
  needsDueDate: 'Geben Sie an, wann es fällig ist.',
  amountForm: 'Geben Sie den Betrag an, etwa 10,00.',
  minorUnits: 'Gezahlt wird in ganzen kleinsten Einheiten der Währung.',
  creditedUnits: 'Gutgeschrieben wird in ganzen kleinsten Einheiten der Währung.',
  aboveZero: 'Der Betrag muss über 0 liegen.',
  dayForm: 'Geben Sie den Tag an, etwa 2026-11-22.',
  feeForm: 'Geben Sie die Gebühr als Betrag ab 0 an.',
  paidTwice: 'Es ist nichts mehr zu zahlen. Erstatten Sie die Zahlung, falls sie doppelt kam.',
  nothingToPay: 'Es ist nichts mehr zu zahlen.',
  debitPending:
    'Eine Lastschrift ist unterwegs. Warten Sie, bis sie gelungen oder gescheitert ist.',
  noPayment: 'Es ist keine Zahlung erfasst.',
  paymentRefunded: 'Eine Erstattung dieser Zahlung ist erfasst; sie bleibt.',
  nothingPaid: 'Es wurde nichts bezahlt, was zurückgegeben werden könnte.',
  mostOfPayment: 'Von dieser Zahlung können höchstens {amount} zurückgegeben werden.',
  nothingToCredit: 'Es ist nichts übrig, worauf ein Guthaben angerechnet werden könnte.',
  mostLeft: 'Es sind höchstens {amount} übrig.',
  mostOfInvoice: 'Von der Rechnung sind höchstens {amount} übrig.',
  creditedInFull: 'Die Rechnung wurde schon ganz gutgeschrieben.',
  allPaid: 'Alle Zahlungen sind geleistet.',
  periodPaid: 'Diese Zahlung wurde schon geleistet.',
  allBilled: 'Alles davon ist bereits in Rechnung gestellt.',
  billedBySubscription:
    'Diese Position kehrt wieder: Ihr Abonnement stellt sie in Rechnung, ab der ersten Zahlung.',
  firstPaymentBilled:
    'Die erste Zahlung dieser Position ist bereits in Rechnung gestellt; das Abonnement beginnt mit der nächsten.',
  splitFirst:
    'Die Positionen bilden mehrere Abonnements, und eine Zahlung gehört zu einem. Legen Sie erst für jedes ein eigenes Dokument an.',
  nothingRecurs: 'Keine Position wiederholt sich, also gibt es kein Abonnement.',
  oneTimeLeftOut: 'Diese Position wiederholt sich nicht und gehört nicht zum Abonnement.',
  severalSubscriptions:
    'Positionen mit verschiedenem Rhythmus, verschiedener Dauer oder verschiedenem Beginn werden eigene Abonnements: {count} Dokumente.',
  optionalLeftOut: 'Diese wahlfreie Position wurde nicht gewählt und ist weggelassen.',
  adjustmentsLeftOut:
    'Diese Art von Dokument hat keine Rabatte, Gebühren oder Steuern auf das Ganze; sie sind weggelassen.',
};
