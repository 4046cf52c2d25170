/** Dutch. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Dit kan zolang de status een van deze is: {statuses}. Nu: {status}.',
  immutable: 'Het document kan niet worden gewijzigd. Status: {status}.',
  notPermitted: 'Deze pagina staat dat niet toe ({flag}).',
  lastingFinal:
    'Regels, prijzen, belastingen en teksten kunnen niet meer worden gewijzigd, en het nummer is voorgoed gebruikt, ook als het document later wordt geannuleerd.',
  lastingVoid:
    'Het document houdt zijn nummer en telt voortaan niet meer; het kan nooit meer worden geopend, betaald of toegepast.',
  lastingAccepted: 'Een geaccepteerde offerte kan niet meer worden teruggetrokken of gewijzigd.',
  lastingArchived: 'Een gearchiveerde offerte kan alleen worden bekeken en gekopieerd.',
  lastingRecord:
    'Alleen deze registratie wordt verwijderd: het geld zelf beweegt niet, hier noch bij de betaaldienst.',
  lastingRefund: 'Een vastgelegde terugbetaling blijft op het document staan.',
  lastingCredit: 'Een toegepast krediet blijft toegepast; het kan niet worden teruggenomen.',
  lastingCancel:
    'Er vervalt geen betaling meer. Een opgezegd abonnement kan niet opnieuw worden gestart; maak een nieuw.',
  lastingDelete: 'Een verwijderd document is weg. Exporteer het eerst om het te bewaren.',
  creditInstead:
    'Het is geheel of deels betaald en kan niet worden geannuleerd. Betaal het geld terug of crediteer de factuur.',
  notFinal: 'Het is nog een concept. Rond het eerst af.',
  voided: 'Het is geannuleerd en vraagt niets, dus er kan niets worden betaald.',
  keepRecord: 'Een afgerond document blijft in de boeken. Annuleer het waar niets is betaald.',
  cancelFirst:
    'Alleen een opgezegd of verlopen abonnement kan worden verwijderd. Zeg het op en exporteer het eerst.',
  canceledAlready:
    'Het is al opgezegd en eindigt op {day}; het kan niet nog eens worden opgezegd of gewijzigd.',
  canceledEnded: 'Het is al opgezegd en is geëindigd. Maak een nieuw.',
  endsBefore: 'Het is opgezegd per {day}; daarna vervalt er niets meer.',
  nothingDueOn: 'Op deze dag vervalt niets.',
  draftVoid: 'Een concept heeft geen nummer te bewaren. Verwijder het.',
  voidedRefund: 'Het is geannuleerd voordat er iets was betaald.',
  paidCredit: 'Er is niets meer te betalen. Betaal eerst een betaling terug.',
  voidedDelete: 'Een geannuleerd document blijft met zijn nummer in de boeken.',
  memoApplied: 'Ze is op een factuur toegepast en kan niet worden geannuleerd.',
  memoVoided: 'Ze is geannuleerd en heeft geen krediet te geven.',
  nothingToPayOut: 'Er is niets van het tegoed over om uit te betalen.',
  onceSent: 'Leg het vast zodra het geld is verstuurd.',
  noSuchPayment: 'Er vervalt dan geen betaling van het abonnement.',
  quoteUnseen: 'De klant heeft het nog niet gezien. Publiceer het eerst.',
  publishFirst: 'Publiceer het eerst.',
  quoteAccepted: 'Het is geaccepteerd. Kopieer het voor een andere offerte.',
  quoteExpired: 'Het is verlopen. Kopieer het voor een nieuwe offerte.',
  quotePublished: 'De klant kan het hebben. Trek het terug of archiveer het.',
  linkActive: 'Hij kan nu worden betaald. Deactiveer hem eerst.',
  errors: 'Herstel eerst de fouten: {codes}.',
  needsLines: 'Voeg eerst minstens één regel toe.',
  needsContact: 'Noem minstens één contactpersoon aan wie het gaat.',
  totalTooLarge: 'Het totaal is te groot om te factureren.',
  negativeTotal:
    'Het totaal ligt onder 0. Geef het terug met een creditnota van positieve bedragen.',
  offerOver: 'De offerte gold tot {day}. Kopieer haar voor een nieuwe.',
  offerGood: 'De offerte geldt tot {day}.',
  noLastDay: 'Deze offerte heeft geen laatste dag.',
  amountsMoved:
    'De bedragen zijn niet die welke zijn gepubliceerd. Trek haar terug en publiceer opnieuw.',
  needsDueDate: 'Geef de vervaldag op.',
  amountForm: 'Geef het bedrag op, zoals 10,00.',
  minorUnits: 'Geld wordt betaald in hele kleinste eenheden van de valuta.',
  creditedUnits: 'Geld wordt gecrediteerd in hele kleinste eenheden van de valuta.',
  aboveZero: 'Het bedrag moet boven 0 liggen.',
  dayForm: 'Geef de dag op, zoals 2026-11-22.',
  feeForm: 'Geef de kosten op als een bedrag van 0 of meer.',
  paidTwice: 'Er is niets meer te betalen. Betaal terug als de betaling tweemaal kwam.',
  nothingToPay: 'Er is niets meer te betalen.',
  debitPending: 'Een incasso is onderweg. Wacht tot die is gelukt of mislukt.',
  noPayment: 'Er is geen betaling vastgelegd.',
  paymentRefunded: 'Van deze betaling is een terugbetaling vastgelegd; ze blijft.',
  nothingPaid: 'Er is niets betaald dat kan worden teruggegeven.',
  mostOfPayment: 'Hoogstens {amount} van deze betaling kan worden teruggegeven.',
  nothingToCredit: 'Er is niets over waarop een krediet kan worden toegepast.',
  mostLeft: 'Er is hoogstens {amount} over.',
  mostOfInvoice: 'Van de factuur is hoogstens {amount} over.',
  creditedInFull: 'De factuur is al volledig gecrediteerd.',
  allPaid: 'Alle betalingen zijn gedaan.',
  periodPaid: 'Deze betaling is al gedaan.',
  allBilled: 'Alles is al gefactureerd.',
  billedBySubscription:
    'Deze regel komt terug: het abonnement factureert haar, vanaf de eerste betaling.',
  firstPaymentBilled:
    'De eerste betaling van deze regel is al gefactureerd; het abonnement begint met de volgende.',
  splitFirst:
    'De regels vormen meerdere abonnementen, en een betaling hoort bij één. Maak eerst voor elk een eigen document.',
  nothingRecurs: 'Geen regel herhaalt zich, dus er is geen abonnement.',
  oneTimeLeftOut: 'Deze regel herhaalt zich niet en hoort niet bij het abonnement.',
  severalSubscriptions:
    'Regels met verschillende frequentie, duur of start worden aparte abonnementen: {count} documenten.',
  optionalLeftOut: 'Deze optionele regel is niet gekozen en is weggelaten.',
  adjustmentsLeftOut:
    'Dit soort document heeft geen kortingen, toeslagen of belastingen op het geheel; ze zijn weggelaten.',
};
