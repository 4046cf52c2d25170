/** Danish. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Det er muligt, når status er: {statuses}. Nu: {status}.',
  immutable: 'Dokumentet kan ikke ændres. Status: {status}.',
  notPermitted: 'Denne side lader dig ikke gøre det ({flag}).',
  lastingFinal:
    'Linjer, priser, afgifter og tekster kan ikke længere ændres, og nummeret er brugt for altid, også hvis dokumentet senere annulleres.',
  lastingVoid:
    'Dokumentet beholder sit nummer og tæller ikke længere; det kan aldrig åbnes, betales eller anvendes igen.',
  lastingAccepted: 'Et accepteret tilbud kan ikke længere trækkes tilbage eller ændres.',
  lastingArchived: 'Et arkiveret tilbud kan kun ses og kopieres.',
  lastingRecord:
    'Kun posten slettes: selve pengene flyttes ikke, hverken her eller hos betalingstjenesten.',
  lastingRefund: 'En registreret refusion bliver stående på dokumentet.',
  lastingCredit: 'En anvendt kredit bliver stående; den kan ikke tages tilbage.',
  lastingCancel:
    'Ingen flere betalinger forfalder. Et opsagt abonnement kan ikke startes igen; lav et nyt i stedet.',
  lastingDelete: 'Et slettet dokument er væk. Eksportér det først for at beholde det.',
  creditInstead:
    'Det er betalt helt eller delvist og kan ikke annulleres. Refundér pengene, eller kreditér fakturaen i stedet.',
  notFinal: 'Det er stadig en kladde. Færdiggør det først.',
  voided: 'Det er annulleret og kræver intet, så intet kan betales.',
  keepRecord:
    'Et færdiggjort dokument bliver i bøgerne. Annullér det i stedet, hvor intet er betalt.',
  cancelFirst:
    'Kun et opsagt eller udløbet abonnement kan slettes. Opsig det, og eksportér det først.',
  canceledAlready:
    'Det er allerede opsagt og slutter {day}; det kan ikke opsiges eller ændres igen.',
  canceledEnded: 'Det er allerede opsagt og er ophørt. Opret et nyt i stedet.',
  endsBefore: 'Det blev opsagt til {day}; intet forfalder derefter.',
  nothingDueOn: 'Intet forfalder denne dag.',
  draftVoid: 'En kladde har intet nummer at beholde. Slet den i stedet.',
  voidedRefund: 'Det blev annulleret, før noget var betalt.',
  paidCredit: 'Intet mangler at blive betalt. Refundér en betaling først.',
  voidedDelete: 'Et annulleret dokument bliver i bøgerne med sit nummer.',
  memoApplied: 'Den er anvendt på en faktura og kan ikke annulleres.',
  memoVoided: 'Den er annulleret og har ingen kredit at give.',
  nothingToPayOut: 'Intet af kreditten er tilbage at udbetale.',
  onceSent: 'Registrér det, når pengene er sendt.',
  noSuchPayment: 'Ingen betaling af abonnementet forfalder da.',
  quoteUnseen: 'Kunden har ikke set det endnu. Offentliggør det først.',
  publishFirst: 'Offentliggør det først.',
  quoteAccepted: 'Det er accepteret. Kopiér det for at lave et andet tilbud.',
  quoteExpired: 'Det er udløbet. Kopiér det for at lave et nyt tilbud.',
  quotePublished: 'Kunden kan have det. Træk det tilbage, eller arkivér det.',
  linkActive: 'Det kan betales lige nu. Deaktivér det først.',
  errors: 'Ret fejlene først: {codes}.',
  needsLines: 'Tilføj mindst én linje først.',
  needsContact: 'Angiv mindst én kontakt, det går til.',
  totalTooLarge: 'Summen er for stor til at blive faktureret.',
  negativeTotal: 'Summen er under 0. Giv den tilbage med en kreditnota med positive beløb.',
  offerOver: 'Tilbuddet gjaldt til {day}. Kopiér det for at lave et nyt.',
  offerGood: 'Tilbuddet gælder til {day}.',
  noLastDay: 'Tilbuddet har ingen sidste dag.',
  amountsMoved:
    'Beløbene er ikke dem, der blev offentliggjort. Træk det tilbage, og offentliggør igen.',
  needsDueDate: 'Angiv forfaldsdagen.',
  amountForm: 'Angiv beløbet, for eksempel 10,00.',
  minorUnits: 'Penge betales i hele mindste enheder af valutaen.',
  creditedUnits: 'Penge krediteres i hele mindste enheder af valutaen.',
  aboveZero: 'Beløbet skal være over 0.',
  dayForm: 'Angiv dagen, for eksempel 2026-11-22.',
  feeForm: 'Angiv gebyret som et beløb på 0 eller mere.',
  paidTwice: 'Intet mangler at blive betalt. Refundér betalingen, hvis den kom to gange.',
  nothingToPay: 'Intet mangler at blive betalt.',
  debitPending: 'En bankopkrævning er undervejs. Vent, til den er lykkedes eller mislykkedes.',
  noPayment: 'Ingen betaling er registreret.',
  paymentRefunded: 'En refusion af denne betaling er registreret; den bliver stående.',
  nothingPaid: 'Intet er betalt, som kunne gives tilbage.',
  mostOfPayment: 'Højst {amount} af denne betaling kan gives tilbage.',
  nothingToCredit: 'Intet er tilbage, som en kredit kan modregnes i.',
  mostLeft: 'Højst {amount} er tilbage.',
  mostOfInvoice: 'Højst {amount} af fakturaen er tilbage.',
  creditedInFull: 'Fakturaen er allerede krediteret fuldt ud.',
  allPaid: 'Alle betalinger er foretaget.',
  periodPaid: 'Denne betaling er allerede foretaget.',
  allBilled: 'Det hele er faktureret allerede.',
  billedBySubscription: 'Denne linje gentages: abonnementet fakturerer den fra første betaling.',
  firstPaymentBilled:
    'Den første betaling for denne linje er faktureret allerede; abonnementet begynder med den næste.',
  splitFirst:
    'Linjerne udgør flere abonnementer, og en betaling hører til ét. Lav først et dokument for hvert.',
  nothingRecurs: 'Ingen linje gentages, så der er intet abonnement.',
  oneTimeLeftOut: 'Denne linje gentages ikke og er ikke med i abonnementet.',
  severalSubscriptions:
    'Linjer med forskellig frekvens, længde eller start bliver egne abonnementer: {count} dokumenter.',
  optionalLeftOut: 'Denne valgfrie linje blev ikke valgt og er udeladt.',
  adjustmentsLeftOut:
    'Denne type dokument har ingen rabatter, gebyrer eller afgifter på hele ordren; de er udeladt.',
};
