/** German. Machine-translated draft: please review. */
import type { FlagWords, Reasons } from '../refusals.ts';

export const reasons: Reasons = {
  possibleWhile: 'Das geht, solange der Stand einer von diesen ist: {statuses}. Jetzt: {status}.',
  immutable: 'Dieses Dokument kann nicht mehr geändert werden. {remains}',
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
    'Nach dem Ende wird keine Zahlung mehr fällig. Ein gekündigtes Abonnement kann nicht wieder aufgenommen werden; legen Sie ein neues an.',
  lastingSeen:
    'Andere können es gesehen haben. Nehmen Sie stattdessen den Schritt, der zurückführt, wenn es einen gibt.',
  lastingElsewhere: 'Ein anderer Beleg sagt es so. Nehmen Sie es dort zurück, wo es erfasst ist.',
  lastingDelete: 'Ein gelöschtes Dokument ist weg. Exportieren Sie es vorher, um es zu behalten.',
  creditInstead:
    'Es wurde ganz oder teilweise bezahlt und kann daher nicht storniert werden. Erstatten Sie das Geld oder legen Sie eine Gutschrift zur Rechnung an.',
  creditedVoid:
    'Eine Gutschrift ist damit verrechnet, daher kann sie nicht storniert werden. Schreiben Sie stattdessen den Rest gut.',
  notFinal: 'Es ist noch ein Entwurf. Schließen Sie ihn zuerst ab.',
  voided: 'Es wurde storniert und fordert nichts, daher kann nichts bezahlt werden.',
  keepRecord:
    'Ein abgeschlossenes Dokument bleibt in der Buchhaltung. Stornieren Sie es stattdessen, wenn nichts bezahlt wurde.',
  cancelFirst:
    'Nur ein gekündigtes oder abgelaufenes Abonnement kann gelöscht werden. Kündigen Sie es und exportieren Sie es vorher.',
  canceledAlready:
    'Es ist bereits zum {day} gekündigt; es kann nicht noch einmal gekündigt oder geändert werden.',
  lastPeriod:
    'Auf den laufenden Zeitraum, der am {day} endet, folgt keine Zahlung: Die neuen Konditionen gelten bis dahin, und der Beleg dieser Änderung ist alles, was berechnet wird.',
  nothingToCome:
    'Der letzte Zeitraum endete am {day}; es kommt keine Zahlung mehr, die neue Konditionen haben könnte.',
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
  linkActive: 'Er kann gerade bezahlt werden. Deaktivieren Sie ihn erst.',
  errors: 'Beheben Sie zuerst die Fehler.',
  needsLines: 'Fügen Sie erst mindestens eine Position hinzu.',
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
  amountForm: 'Geben Sie den Betrag an, etwa 10.',
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
  paysWhole:
    'Die dann fällige Zahlung beträgt {amount}. Erstellen Sie eine Rechnung für den Zeitraum, um einen Teil davon zu erfassen.',
  allBilled: 'Alles davon ist bereits in Rechnung gestellt.',
  billedBySubscription:
    'Diese Position ist wiederkehrend: Das Abonnement stellt sie in Rechnung, ab der ersten Zahlung.',
  firstPaymentBilled:
    'Die erste Zahlung dieser Position ist bereits in Rechnung gestellt; das Abonnement beginnt mit der nächsten.',
  splitFirst:
    'Die Positionen bilden mehrere Abonnements, und eine Zahlung gehört zu einem. Legen Sie zuerst für jedes ein eigenes Dokument an.',
  nothingRecurs: 'Keine Position ist wiederkehrend, also gibt es kein Abonnement.',
  tooManySubscriptions:
    'Das wären {count} Abonnements, zu viel auf einmal. Wandeln Sie weniger Positionen auf einmal um oder kürzen Sie, was jedes mitbekommt, etwa Bemerkungen und Bilder.',
  oneTimeLeftOut: 'Diese Position ist nicht wiederkehrend und gehört nicht zum Abonnement.',
  severalSubscriptions:
    'Positionen mit verschiedenem Rhythmus, verschiedener Laufzeit oder verschiedenem Beginn werden eigene Abonnements: {count} Dokumente.',
  optionalLeftOut: 'Diese wählbare Position wurde nicht gewählt und ist weggelassen.',
  adjustmentsLeftOut:
    'Diese Art von Dokument hat keine Rabatte, Gebühren oder Steuern auf das Ganze; sie sind weggelassen.',
  immutableUnknown: 'Dieses Dokument kann in seinem jetzigen Stand nicht geändert werden.',
  noSuchStep: 'Diesen Schritt gibt es für diese Art von Dokument nicht.',
  onlyBySteps:
    'Das ändert sich nur durch einen Schritt wie Zahlung oder Storno und lässt sich nicht rückgängig machen.',
  irreversible: 'Dieser Schritt lässt sich nicht rückgängig machen. {lasting}',
  remainsOpen:
    'Möglich sind: Zahlungen und Guthaben erfassen, senden, Link kopieren, herunterladen, stornieren oder kopieren.',
  remainsPaid: 'Möglich sind: erstatten, gutschreiben, senden, herunterladen oder kopieren.',
  remainsPublished: 'Ziehen Sie es zurück, um es zu ändern, oder kopieren Sie es.',
  remainsAccepted: 'Wandeln Sie es um, archivieren oder kopieren Sie es.',
  remainsClone: 'Kopieren Sie es, um mit der Kopie weiterzuarbeiten.',
  remainsMemo:
    'Möglich sind: auf Rechnungen anrechnen, auszahlen, senden, herunterladen, stornieren oder kopieren.',
  remainsApplied:
    'Möglich sind: den Rest anrechnen oder auszahlen, senden, herunterladen oder kopieren.',
  remainsLink: 'Deaktivieren Sie ihn, um ihn zu ändern, oder kopieren Sie ihn.',
  remainsCanceled: 'Möglich sind: exportieren, löschen oder kopieren.',
  needsDueDays: 'Geben Sie an, in wie vielen Tagen es fällig ist: 0 bis 3650.',
  needsNumber: 'Es fehlt die Nummer aus dem Nummernkreis, etwa RG-1001.',
  numberForm:
    'Eine Nummer besteht aus einem Präfix von höchstens 8 Zeichen ohne Leerzeichen, einem Bindestrich und einem Zähler: RG-1001.',
  numberKept: 'Dieses Dokument hat schon die Nummer {number} und behält sie.',
  recordedBefore: 'Diese Zahlung ist schon erfasst.',
  refundedBefore: 'Diese Erstattung ist schon erfasst.',
  namePayment: 'Wählen Sie eine Zahlung, die eingegangen ist.',
  nameOther: 'Wählen Sie das andere Dokument.',
  debitContinues: 'Eine Lastschrift, die schon läuft, wird durch die Kündigung nicht angehalten.',
  periodNotPaid:
    'Der laufende Zeitraum ist nicht als bezahlt erfasst: Seine Zahlung wird weiterhin zu den bisherigen Bedingungen gefordert, und der Beleg dieser Änderung enthält den Unterschied.',
  cannotBecome: 'Daraus lässt sich dieses Dokument nicht machen ({to}). Möglich: {targets}.',
  canOnlyBeCopied:
    'Daraus lässt sich dieses Dokument nicht machen ({to}). Es lässt sich nur kopieren.',
  becomesWhile: 'Dafür muss der Stand einer von diesen sein: {statuses}. Jetzt: {status}.',
  partOfInvoice: 'Nur eine Gutschrift aus einer Rechnung kann über einen Teilbetrag lauten.',
  priceUnknown: 'Ein Preis in {currency} ist nicht bekannt; die Zahl wurde beibehalten.',
  unreadable: 'Das ist kein lesbares Dokument. Prüfen Sie, ob die Datei vollständig ist.',
  wrongType: 'Ein Wert in diesem Dokument hat die falsche Form.',
  tooLarge: 'Das ist zu groß: Ein Dokument hat höchstens 100.000 Positionen und 64 MB.',
  unknownVersion: 'Dieses Dokument stammt aus einer neueren Version. Laden Sie die Seite neu.',
  unknownKind: 'Diese Art von Dokument ist hier unbekannt.',
  unknownCurrency: 'Diese Währung ist unbekannt. Wählen Sie eine aus der Liste, etwa EUR.',
  duplicateId: 'Das gibt es in diesem Dokument schon.',
  documentDate: 'Dem Dokument fehlt ein gültiges Datum.',
  program:
    'Das Programm hat diese Anfrage nicht verstanden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  gone: 'Das gibt es in diesem Dokument nicht mehr.',
  nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
  nothingToRedo: 'Es gibt nichts zu wiederholen.',
  formula: 'Das ist keine Formel, die sich berechnen lässt. Schreiben Sie etwa 3*12,50.',
  lasting: 'Dieser Schritt ist endgültig und lässt sich nicht rückgängig machen.',
  stepNotPossible: 'Dieser Schritt ist im jetzigen Stand des Dokuments nicht möglich.',
  numberTaken: 'Dieses Dokument hat schon eine Nummer und behält sie.',
  offerEnded: 'Das Angebot ist abgelaufen. Kopieren Sie es für ein neues.',
  notExpired: 'Das Angebot ist noch nicht abgelaufen.',
  canceled: 'Das Abonnement ist schon gekündigt.',
  refundTooLarge: 'Das ist mehr, als von dieser Zahlung noch erstattet werden kann.',
  creditTooLarge: 'Das ist mehr, als noch offen ist.',
  required: 'Hier fehlt eine Angabe.',
  invalidNumber: 'Das ist keine Zahl.',
  tooManyDigits: 'Das hat zu viele Stellen.',
  outOfRange: 'Das liegt außerhalb des Erlaubten.',
  unknownValue: 'Dieser Wert ist hier unbekannt.',
  dateInvalid: 'Das ist kein Datum.',
  amountOverflow: 'Der Betrag ist zu groß.',
  conversionNotAllowed: 'Dieses Dokument lässt sich in seinem jetzigen Stand nicht umwandeln.',
  choiceRefused: 'Diese Auswahl lässt das Angebot nicht zu.',
  notFinalised: 'Nur abgeschlossene Rechnungen werden übertragen. Schließen Sie sie zuerst ab.',
  notExpressible: 'QuickBooks kann einen Teil dieser Rechnung nicht darstellen.',
  taxInclusive: 'Preise einschließlich Steuer lassen sich so nicht zu QuickBooks übertragen.',
  automatedSalesTax:
    'QuickBooks berechnet die Umsatzsteuer hier selbst und käme auf andere Beträge.',
  unmapped: 'Für QuickBooks fehlt eine Zuordnung. Ergänzen Sie sie.',
  totalsDiffer: 'Die aus QuickBooks gelesene Summe weicht ab.',
  unknownCode: 'Dieser Fehlercode ist nicht bekannt.',
};

/** What a page may let somebody do, by its capability. */
export const flags: FlagWords = {
  addLines: 'Positionen hinzufügen',
  addCustomLines: 'Positionen hinzufügen, die nicht im Katalog sind',
  removeLines: 'Positionen entfernen',
  moveLines: 'Positionen verschieben',
  editDetails: 'Namen und Beschreibungen',
  editPrices: 'Preise',
  editQuantities: 'Mengen',
  editDiscounts: 'Rabatte',
  editTaxes: 'Steuern',
  editBilling: 'Abrechnungsbedingungen',
  editAdjustments: 'Auftragsrabatte, Gebühren und Steuern',
  editDocument: 'Die eigenen Felder des Dokuments',
};
