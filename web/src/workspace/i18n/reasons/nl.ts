/** Dutch. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Dit kan zolang de status een van deze is: {statuses}. Nu: {status}.',
  immutable: 'Het document kan niet worden gewijzigd. Status: {status}.',
  notPermitted: 'Deze pagina staat dat niet toe ({flag}).',
  lastingFinal:
    'Regels, prijzen, btw en teksten kunnen niet meer worden gewijzigd, en het nummer is voorgoed gebruikt, ook als het document later ongeldig wordt gemaakt.',
  lastingVoid:
    'Het document houdt zijn nummer en telt voortaan niet meer mee; het kan nooit meer worden geopend, betaald of verrekend.',
  lastingAccepted: 'Een geaccepteerde offerte kan niet meer worden ingetrokken of gewijzigd.',
  lastingArchived: 'Een gearchiveerde offerte kan alleen worden bekeken en gekopieerd.',
  lastingRecord:
    'Alleen de vastlegging wordt verwijderd: het geld zelf verplaatst zich niet, hier noch bij de betaaldienst.',
  lastingRefund: 'Een vastgelegde terugbetaling blijft op het document staan.',
  lastingCredit: 'Een verrekening blijft staan; die kan niet worden teruggedraaid.',
  lastingCancel:
    'Er vervalt geen betaling meer. Een opgezegd abonnement kan niet opnieuw worden gestart; maak een nieuw abonnement.',
  lastingDelete: 'Een verwijderd document is weg. Exporteer het eerst om het te bewaren.',
  creditInstead:
    'Het is geheel of deels betaald en kan niet ongeldig worden gemaakt. Betaal het geld terug of crediteer de factuur.',
  notFinal: 'Het is nog een concept. Maak het eerst definitief.',
  voided: 'Het is ongeldig gemaakt en er is niets verschuldigd, dus er kan niets worden betaald.',
  keepRecord:
    'Een definitief document blijft in de administratie. Maak het ongeldig als er niets is betaald.',
  cancelFirst:
    'Alleen een opgezegd of verlopen abonnement kan worden verwijderd. Zeg het op en exporteer het eerst.',
  canceledAlready:
    'Het is al opgezegd en eindigt op {day}; het kan niet nog eens worden opgezegd of gewijzigd.',
  canceledEnded: 'Het is al opgezegd en beëindigd. Maak een nieuw abonnement.',
  endsBefore: 'Het is opgezegd per {day}; daarna vervalt er niets meer.',
  nothingDueOn: 'Op deze dag vervalt niets.',
  draftVoid: 'Een concept heeft geen nummer dat moet blijven. Verwijder het.',
  voidedRefund: 'Het is ongeldig gemaakt voordat er iets was betaald.',
  paidCredit: 'Er is niets meer te betalen. Betaal eerst een betaling terug.',
  voidedDelete: 'Een ongeldig document blijft met zijn nummer in de administratie.',
  memoApplied: 'De creditnota is met een factuur verrekend en kan niet ongeldig worden gemaakt.',
  memoVoided: 'De creditnota is ongeldig gemaakt en er staat geen tegoed meer op.',
  nothingToPayOut: 'Er is geen tegoed meer om uit te betalen.',
  onceSent: 'Leg het vast zodra het geld is verstuurd.',
  noSuchPayment: 'Er vervalt dan geen betaling van het abonnement.',
  quoteUnseen: 'De klant heeft de offerte nog niet gezien. Publiceer die eerst.',
  publishFirst: 'Publiceer het eerst.',
  quoteAccepted: 'De offerte is geaccepteerd. Kopieer die voor een andere offerte.',
  quoteExpired: 'De offerte is verlopen. Kopieer die voor een nieuwe offerte.',
  quotePublished: 'De klant heeft de offerte misschien al. Trek die in of archiveer die.',
  linkActive: 'Via de link kan nu worden betaald. Deactiveer die eerst.',
  errors: 'Herstel eerst de fouten: {codes}.',
  needsLines: 'Voeg eerst minstens één regel toe.',
  needsContact: 'Geef minstens één contactpersoon op aan wie het wordt verstuurd.',
  totalTooLarge: 'Het totaal is te groot om te factureren.',
  negativeTotal:
    'Het totaal ligt onder 0. Betaal het terug met een creditnota van positieve bedragen.',
  offerOver: 'De offerte was geldig tot {day}. Kopieer die voor een nieuwe.',
  offerGood: 'De offerte is geldig tot {day}.',
  noLastDay: 'Deze offerte heeft geen uiterste datum.',
  amountsMoved:
    'De bedragen zijn niet meer de gepubliceerde bedragen. Trek de offerte in en publiceer die opnieuw.',
  needsDueDate: 'Geef de vervaldatum op.',
  amountForm: 'Geef het bedrag op, zoals 10,00.',
  minorUnits: 'Er wordt betaald in hele eenheden van de kleinste munt van de valuta.',
  creditedUnits: 'Er wordt gecrediteerd in hele eenheden van de kleinste munt van de valuta.',
  aboveZero: 'Het bedrag moet groter dan 0 zijn.',
  dayForm: 'Geef de datum op, zoals 2026-11-22.',
  feeForm: 'Geef de kosten op als een bedrag van 0 of meer.',
  paidTwice: 'Er is niets meer te betalen. Betaal terug als er tweemaal is betaald.',
  nothingToPay: 'Er is niets meer te betalen.',
  debitPending: 'Er is een automatische incasso onderweg. Wacht tot die is gelukt of mislukt.',
  noPayment: 'Er is geen betaling vastgelegd.',
  paymentRefunded: 'Van deze betaling is een terugbetaling vastgelegd; de betaling blijft staan.',
  nothingPaid: 'Er is niets betaald dat kan worden terugbetaald.',
  mostOfPayment: 'Hoogstens {amount} van deze betaling kan worden terugbetaald.',
  nothingToCredit: 'Er is niets over waarmee een creditering kan worden verrekend.',
  mostLeft: 'Er is hoogstens {amount} over.',
  mostOfInvoice: 'Van de factuur is hoogstens {amount} over.',
  creditedInFull: 'De factuur is al volledig gecrediteerd.',
  allPaid: 'Alle betalingen zijn gedaan.',
  periodPaid: 'Deze betaling is al gedaan.',
  allBilled: 'Alles is al gefactureerd.',
  billedBySubscription:
    'Deze regel komt terug: het abonnement factureert die, vanaf de eerste betaling.',
  firstPaymentBilled:
    'De eerste betaling van deze regel is al gefactureerd; het abonnement begint met de volgende.',
  splitFirst:
    'De regels vormen meerdere abonnementen, en een betaling hoort bij één abonnement. Maak eerst voor elk een eigen document.',
  nothingRecurs: 'Geen enkele regel komt terug, dus er is geen abonnement.',
  oneTimeLeftOut: 'Deze regel komt niet terug en hoort niet bij het abonnement.',
  severalSubscriptions:
    'Regels met een verschillend interval, een verschillende looptijd of begindatum worden aparte abonnementen: {count} documenten.',
  optionalLeftOut: 'Deze optionele regel is niet gekozen en is weggelaten.',
  adjustmentsLeftOut:
    'Dit soort document kan geen kortingen, kosten of heffingen op de hele order hebben; ze zijn weggelaten.',
};
