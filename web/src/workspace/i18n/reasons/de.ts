/** German. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Das geht nur bei diesem Status: {statuses}. Jetzt: {status}.',
  immutable: 'Das Dokument kann nicht geändert werden. Status: {status}.',
  notPermitted: 'Diese Seite lässt das nicht zu ({flag}).',
  lastingFinal:
    'Positionen, Preise, Steuern und Texte können nicht mehr geändert werden, und die Nummer ist endgültig vergeben, auch wenn das Dokument später storniert wird.',
  lastingVoid:
    'Das Dokument behält seine Nummer und zählt von nun an nicht mehr; es kann nie wieder geöffnet, bezahlt oder verrechnet werden.',
  lastingAccepted: 'Ein angenommenes Angebot kann nicht mehr zurückgezogen oder geändert werden.',
  lastingArchived: 'Ein archiviertes Angebot kann nur noch angesehen und kopiert werden.',
  lastingRecord:
    'Nur der Eintrag wird gelöscht: Das Geld selbst bewegt sich nicht, weder hier noch beim Zahlungsdienst.',
  lastingRefund: 'Eine erfasste Erstattung bleibt auf dem Dokument.',
  lastingCredit: 'Eine Verrechnung bleibt bestehen; sie kann nicht zurückgenommen werden.',
  lastingCancel:
    'Es wird keine Zahlung mehr fällig. Ein gekündigtes Abonnement kann nicht wieder aufgenommen werden; legen Sie ein neues an.',
  lastingDelete: 'Ein gelöschtes Dokument ist weg. Exportieren Sie es vorher, um es zu behalten.',
  creditInstead:
    'Es wurde ganz oder teilweise bezahlt und kann daher nicht storniert werden. Erstatten Sie das Geld oder legen Sie eine Gutschrift zur Rechnung an.',
  notFinal: 'Es ist noch ein Entwurf. Schließen Sie ihn zuerst ab.',
  voided: 'Es wurde storniert und fordert nichts, daher kann nichts bezahlt werden.',
  keepRecord:
    'Ein abgeschlossenes Dokument bleibt in der Buchhaltung. Stornieren Sie es stattdessen, wenn nichts bezahlt wurde.',
  cancelFirst:
    'Nur ein gekündigtes oder abgelaufenes Abonnement kann gelöscht werden. Kündigen Sie es und exportieren Sie es vorher.',
  canceledAlready:
    'Es ist bereits gekündigt und endet am {day}; es kann nicht noch einmal gekündigt oder geändert werden.',
  canceledEnded: 'Es ist bereits gekündigt und beendet. Legen Sie ein neues an.',
  endsBefore: 'Es wurde zum {day} gekündigt; danach wird nichts mehr fällig.',
  nothingDueOn: 'An diesem Tag wird nichts fällig.',
  draftVoid: 'Ein Entwurf hat keine Nummer, die bleiben müsste. Löschen Sie ihn stattdessen.',
  voidedRefund: 'Es wurde storniert, bevor etwas bezahlt war.',
  paidCredit: 'Es ist nichts mehr zu zahlen. Erstatten Sie zuerst eine Zahlung.',
  voidedDelete: 'Ein storniertes Dokument bleibt mit seiner Nummer in der Buchhaltung.',
  memoApplied: 'Sie wurde mit einer Rechnung verrechnet und kann daher nicht storniert werden.',
  memoVoided: 'Sie wurde storniert und enthält kein Guthaben mehr.',
  nothingToPayOut: 'Vom Guthaben ist nichts mehr auszuzahlen.',
  onceSent: 'Erfassen Sie es, sobald das Geld überwiesen ist.',
  noSuchPayment: 'Zu diesem Termin ist keine Zahlung des Abonnements fällig.',
  quoteUnseen: 'Der Kunde hat es noch nicht gesehen. Veröffentlichen Sie es zuerst.',
  publishFirst: 'Veröffentlichen Sie es zuerst.',
  quoteAccepted: 'Es wurde angenommen. Kopieren Sie es für ein anderes Angebot.',
  quoteExpired: 'Es ist abgelaufen. Kopieren Sie es für ein neues Angebot.',
  quotePublished:
    'Der Kunde hat es vielleicht schon. Ziehen Sie es zurück oder archivieren Sie es.',
  linkActive: 'Über ihn kann gerade bezahlt werden. Deaktivieren Sie ihn zuerst.',
  errors: 'Beheben Sie erst die Fehler: {codes}.',
  needsLines: 'Fügen Sie zuerst mindestens eine Position hinzu.',
  needsContact: 'Nennen Sie mindestens eine Ansprechperson, an die es geht.',
  totalTooLarge: 'Der Gesamtbetrag ist zu groß für eine Rechnung.',
  negativeTotal:
    'Der Gesamtbetrag liegt unter 0. Geben Sie ihn mit einer Gutschrift über positive Beträge zurück.',
  offerOver: 'Das Angebot galt bis {day}. Kopieren Sie es für ein neues.',
  offerGood: 'Das Angebot gilt bis {day}.',
  noLastDay: 'Dieses Angebot hat kein Ablaufdatum.',
  amountsMoved:
    'Die Beträge sind nicht mehr die veröffentlichten. Ziehen Sie das Angebot zurück und veröffentlichen Sie es neu.',
  needsDueDate: 'Geben Sie das Fälligkeitsdatum an.',
  amountForm: 'Geben Sie den Betrag an, etwa 10,00.',
  minorUnits: 'Gezahlt wird in ganzen Einheiten der kleinsten Münze der Währung.',
  creditedUnits: 'Gutgeschrieben wird in ganzen Einheiten der kleinsten Münze der Währung.',
  aboveZero: 'Der Betrag muss über 0 liegen.',
  dayForm: 'Geben Sie das Datum an, etwa 2026-11-22.',
  feeForm: 'Geben Sie die Gebühr als Betrag ab 0 an.',
  paidTwice: 'Es ist nichts mehr zu zahlen. Erstatten Sie die Zahlung, falls sie doppelt kam.',
  nothingToPay: 'Es ist nichts mehr zu zahlen.',
  debitPending:
    'Eine Lastschrift ist unterwegs. Warten Sie, bis sie eingelöst oder fehlgeschlagen ist.',
  noPayment: 'Es ist keine Zahlung erfasst.',
  paymentRefunded: 'Eine Erstattung dieser Zahlung ist erfasst; sie bleibt.',
  nothingPaid: 'Es wurde nichts bezahlt, was erstattet werden könnte.',
  mostOfPayment: 'Von dieser Zahlung können höchstens {amount} erstattet werden.',
  nothingToCredit: 'Es ist nichts übrig, womit eine Gutschrift verrechnet werden könnte.',
  mostLeft: 'Es sind höchstens {amount} übrig.',
  mostOfInvoice: 'Von der Rechnung sind höchstens {amount} übrig.',
  creditedInFull: 'Die Rechnung wurde bereits vollständig gutgeschrieben.',
  allPaid: 'Alle Zahlungen sind geleistet.',
  periodPaid: 'Diese Zahlung wurde bereits geleistet.',
  allBilled: 'Alles davon ist bereits in Rechnung gestellt.',
  billedBySubscription:
    'Diese Position ist wiederkehrend: Das Abonnement stellt sie in Rechnung, ab der ersten Zahlung.',
  firstPaymentBilled:
    'Die erste Zahlung dieser Position ist bereits in Rechnung gestellt; das Abonnement beginnt mit der nächsten.',
  splitFirst:
    'Die Positionen bilden mehrere Abonnements, und eine Zahlung gehört zu einem. Legen Sie zuerst für jedes ein eigenes Dokument an.',
  nothingRecurs: 'Keine Position ist wiederkehrend, also gibt es kein Abonnement.',
  oneTimeLeftOut: 'Diese Position ist nicht wiederkehrend und gehört nicht zum Abonnement.',
  severalSubscriptions:
    'Positionen mit verschiedenem Rhythmus, verschiedener Laufzeit oder verschiedenem Beginn werden eigene Abonnements: {count} Dokumente.',
  optionalLeftOut: 'Diese wählbare Position wurde nicht gewählt und ist weggelassen.',
  adjustmentsLeftOut:
    'Diese Art von Dokument kann keine Rabatte, Gebühren oder Steuern auf den Auftrag haben; sie sind weggelassen.',
};
