/** Danish. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Det er muligt, når status er: {statuses}. Nu: {status}.',
  immutable: 'Dokumentet kan ikke ændres. Status: {status}.',
  notPermitted: 'Denne side lader dig ikke gøre det ({flag}).',
  lastingFinal:
    'Linjer, priser, moms og tekster kan ikke længere ændres, og nummeret er brugt for altid, også hvis dokumentet senere makuleres.',
  lastingVoid:
    'Dokumentet beholder sit nummer og tæller ikke med fra nu af; det kan aldrig åbnes, betales eller modregnes igen.',
  lastingAccepted: 'Et accepteret tilbud kan ikke længere trækkes tilbage eller ændres.',
  lastingArchived: 'Et arkiveret tilbud kan kun ses og kopieres.',
  lastingRecord:
    'Kun registreringen slettes: Selve pengene flyttes ikke, hverken her eller hos betalingstjenesten.',
  lastingRefund: 'En registreret tilbagebetaling bliver stående på dokumentet.',
  lastingCredit: 'En modregning bliver stående; den kan ikke tages tilbage.',
  lastingCancel:
    'Ingen flere betalinger forfalder. Et opsagt abonnement kan ikke startes igen; opret et nyt i stedet.',
  lastingDelete: 'Et slettet dokument er væk. Eksportér det først for at beholde det.',
  creditInstead:
    'Det er betalt helt eller delvist og kan ikke makuleres. Tilbagebetal pengene, eller kreditér fakturaen i stedet.',
  notFinal: 'Det er stadig en kladde. Færdiggør det først.',
  voided: 'Det er makuleret og kræver ingen betaling, så intet kan betales.',
  keepRecord:
    'Et færdiggjort dokument bliver i bogføringen. Makulér det i stedet, hvis intet er betalt.',
  cancelFirst:
    'Kun et opsagt eller udløbet abonnement kan slettes. Opsig det, og eksportér det først.',
  canceledAlready:
    'Det er allerede opsagt og slutter den {day}; det kan ikke opsiges eller ændres igen.',
  canceledEnded: 'Det er allerede opsagt og er ophørt. Opret et nyt i stedet.',
  endsBefore: 'Det blev opsagt til den {day}; intet forfalder derefter.',
  nothingDueOn: 'Intet forfalder denne dag.',
  draftVoid: 'En kladde har intet nummer at beholde. Slet den i stedet.',
  voidedRefund: 'Det blev makuleret, før noget var betalt.',
  paidCredit: 'Der er intet udestående. Tilbagebetal en betaling først.',
  voidedDelete: 'Et makuleret dokument bliver i bogføringen med sit nummer.',
  memoApplied: 'Den er modregnet i en faktura og kan ikke makuleres.',
  memoVoided: 'Den er makuleret, og der er intet til gode på den.',
  nothingToPayOut: 'Der er intet til gode tilbage at udbetale.',
  onceSent: 'Registrér det, når pengene er sendt.',
  noSuchPayment: 'Ingen betaling på abonnementet forfalder da.',
  quoteUnseen: 'Kunden har ikke set det endnu. Udgiv det først.',
  publishFirst: 'Udgiv det først.',
  quoteAccepted: 'Det er accepteret. Kopiér det for at lave et andet tilbud.',
  quoteExpired: 'Det er udløbet. Kopiér det for at lave et nyt tilbud.',
  quotePublished: 'Kunden har det måske allerede. Træk det tilbage, eller arkivér det.',
  linkActive: 'Det kan betales lige nu. Deaktivér det først.',
  errors: 'Ret fejlene først: {codes}.',
  needsLines: 'Tilføj mindst én linje først.',
  needsContact: 'Angiv mindst én kontaktperson, det sendes til.',
  totalTooLarge: 'Beløbet i alt er for stort til at blive faktureret.',
  negativeTotal: 'Beløbet i alt er under 0. Giv det tilbage med en kreditnota med positive beløb.',
  offerOver: 'Tilbuddet gjaldt til den {day}. Kopiér det for at lave et nyt.',
  offerGood: 'Tilbuddet gælder til den {day}.',
  noLastDay: 'Tilbuddet har ingen udløbsdato.',
  amountsMoved: 'Beløbene er ikke dem, der blev udgivet. Træk det tilbage, og udgiv det igen.',
  needsDueDate: 'Angiv forfaldsdatoen.',
  amountForm: 'Angiv beløbet, for eksempel 10,00.',
  minorUnits: 'Beløb betales i hele enheder af valutaens mindste mønt.',
  creditedUnits: 'Beløb krediteres i hele enheder af valutaens mindste mønt.',
  aboveZero: 'Beløbet skal være over 0.',
  dayForm: 'Angiv datoen, for eksempel 2026-11-22.',
  feeForm: 'Angiv gebyret som et beløb på 0 eller mere.',
  paidTwice: 'Der er intet udestående. Tilbagebetal betalingen, hvis den kom to gange.',
  nothingToPay: 'Der er intet udestående.',
  debitPending: 'En direkte debitering er undervejs. Vent, til den er gennemført eller mislykket.',
  noPayment: 'Ingen betaling er registreret.',
  paymentRefunded: 'En tilbagebetaling af denne betaling er registreret; den bliver stående.',
  nothingPaid: 'Intet er betalt, som kan betales tilbage.',
  mostOfPayment: 'Højst {amount} af denne betaling kan betales tilbage.',
  nothingToCredit: 'Der er intet tilbage, som en kreditering kan modregnes i.',
  mostLeft: 'Højst {amount} er tilbage.',
  mostOfInvoice: 'Højst {amount} af fakturaen er tilbage.',
  creditedInFull: 'Fakturaen er allerede krediteret fuldt ud.',
  allPaid: 'Alle betalinger er gennemført.',
  periodPaid: 'Denne betaling er allerede gennemført.',
  allBilled: 'Det hele er allerede faktureret.',
  billedBySubscription:
    'Denne linje har løbende betaling: Abonnementet fakturerer den fra første betaling.',
  firstPaymentBilled:
    'Den første betaling for denne linje er allerede faktureret; abonnementet begynder med den næste.',
  splitFirst:
    'Linjerne udgør flere abonnementer, og en betaling hører til ét. Opret først et dokument for hvert.',
  nothingRecurs: 'Ingen linje har løbende betaling, så der er intet abonnement.',
  oneTimeLeftOut: 'Denne linje har ikke løbende betaling og er ikke med i abonnementet.',
  severalSubscriptions:
    'Linjer med forskelligt interval, løbetid eller startdato bliver hver sit abonnement: {count} dokumenter.',
  optionalLeftOut: 'Denne valgfrie linje blev ikke valgt og er udeladt.',
  adjustmentsLeftOut:
    'Denne type dokument kan ikke have rabatter, gebyrer eller afgifter på hele ordren; de er udeladt.',
};
