/** Norwegian Bokmål. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Dette er mulig når statusen er: {statuses}. Nå: {status}.',
  immutable: 'Dokumentet kan ikke endres. Status: {status}.',
  notPermitted: 'Denne siden lar deg ikke gjøre det ({flag}).',
  lastingFinal:
    'Linjer, priser, mva. og tekster kan ikke lenger endres, og nummeret er brukt opp for godt, også om dokumentet annulleres senere.',
  lastingVoid:
    'Dokumentet beholder nummeret sitt og regnes ikke lenger med; det kan aldri åpnes, betales eller motregnes igjen.',
  lastingAccepted: 'Et akseptert tilbud kan ikke lenger trekkes tilbake eller endres.',
  lastingArchived: 'Et arkivert tilbud kan bare ses på og kopieres.',
  lastingRecord:
    'Bare registreringen slettes: Selve pengene flyttes ikke, verken her eller hos betalingstjenesten.',
  lastingRefund: 'En registrert refusjon blir stående på dokumentet.',
  lastingCredit: 'En motregning blir stående; den kan ikke tas tilbake.',
  lastingCancel:
    'Ingen flere betalinger forfaller. Et oppsagt abonnement kan ikke startes igjen; opprett et nytt i stedet.',
  lastingDelete: 'Et slettet dokument er borte. Eksporter det først for å beholde det.',
  creditInstead:
    'Det er betalt helt eller delvis og kan ikke annulleres. Refunder pengene eller krediter fakturaen i stedet.',
  notFinal: 'Det er fortsatt et utkast. Ferdigstill det først.',
  voided: 'Det er annullert og krever ingen betaling, så ingenting kan betales.',
  keepRecord:
    'Et ferdigstilt dokument blir i regnskapet. Annuller det i stedet, hvis ingenting er betalt.',
  cancelFirst:
    'Bare et oppsagt eller utløpt abonnement kan slettes. Si det opp, og eksporter det først.',
  canceledAlready:
    'Det er allerede sagt opp og slutter {day}; det kan ikke sies opp eller endres igjen.',
  canceledEnded: 'Det er allerede sagt opp og er avsluttet. Opprett et nytt i stedet.',
  endsBefore: 'Det ble sagt opp til {day}; ingenting forfaller etter det.',
  nothingDueOn: 'Ingenting forfaller denne dagen.',
  draftVoid: 'Et utkast har ikke noe nummer å beholde. Slett det i stedet.',
  voidedRefund: 'Det ble annullert før noe var betalt.',
  paidCredit: 'Ingenting er utestående. Refunder en betaling først.',
  voidedDelete: 'Et annullert dokument blir i regnskapet med nummeret sitt.',
  memoApplied: 'Den er motregnet mot en faktura og kan ikke annulleres.',
  memoVoided: 'Den er annullert, og det er ingenting til gode på den.',
  nothingToPayOut: 'Det er ingenting til gode igjen å betale ut.',
  onceSent: 'Registrer det når pengene er sendt.',
  noSuchPayment: 'Ingen betaling av abonnementet forfaller da.',
  quoteUnseen: 'Kunden har ikke sett det ennå. Publiser det først.',
  publishFirst: 'Publiser det først.',
  quoteAccepted: 'Det er akseptert. Kopier det for å lage et annet tilbud.',
  quoteExpired: 'Det er utløpt. Kopier det for å lage et nytt tilbud.',
  quotePublished: 'Kunden har det kanskje allerede. Trekk det tilbake eller arkiver det.',
  linkActive: 'Den kan betales akkurat nå. Deaktiver den først.',
  errors: 'Rett feilene først: {codes}.',
  needsLines: 'Legg til minst én linje først.',
  needsContact: 'Oppgi minst én kontaktperson det sendes til.',
  totalTooLarge: 'Summen er for stor til å faktureres.',
  negativeTotal: 'Summen er under 0. Gi den tilbake med en kreditnota med positive beløp.',
  offerOver: 'Tilbudet gjaldt til {day}. Kopier det for å lage et nytt.',
  offerGood: 'Tilbudet gjelder til {day}.',
  noLastDay: 'Tilbudet har ingen utløpsdato.',
  amountsMoved: 'Beløpene er ikke de som ble publisert. Trekk det tilbake og publiser på nytt.',
  needsDueDate: 'Oppgi forfallsdatoen.',
  amountForm: 'Oppgi beløpet, for eksempel 10,00.',
  minorUnits: 'Beløp betales i hele enheter av valutaens minste mynt.',
  creditedUnits: 'Beløp krediteres i hele enheter av valutaens minste mynt.',
  aboveZero: 'Beløpet må være over 0.',
  dayForm: 'Oppgi datoen, for eksempel 2026-11-22.',
  feeForm: 'Oppgi gebyret som et beløp på 0 eller mer.',
  paidTwice: 'Ingenting er utestående. Refunder betalingen hvis den kom to ganger.',
  nothingToPay: 'Ingenting er utestående.',
  debitPending: 'En direktebelastning er underveis. Vent til den er gjennomført eller mislykket.',
  noPayment: 'Ingen betaling er registrert.',
  paymentRefunded: 'En refusjon av denne betalingen er registrert; den blir stående.',
  nothingPaid: 'Ingenting er betalt som kan betales tilbake.',
  mostOfPayment: 'Høyst {amount} av denne betalingen kan betales tilbake.',
  nothingToCredit: 'Det er ingenting igjen som en kreditering kan motregnes mot.',
  mostLeft: 'Høyst {amount} gjenstår.',
  mostOfInvoice: 'Høyst {amount} av fakturaen gjenstår.',
  creditedInFull: 'Fakturaen er allerede kreditert i sin helhet.',
  allPaid: 'Alle betalinger er gjennomført.',
  periodPaid: 'Denne betalingen er allerede gjennomført.',
  allBilled: 'Alt er allerede fakturert.',
  billedBySubscription:
    'Denne linjen har løpende betaling: Abonnementet fakturerer den fra første betaling.',
  firstPaymentBilled:
    'Den første betalingen for denne linjen er allerede fakturert; abonnementet begynner med den neste.',
  splitFirst:
    'Linjene utgjør flere abonnementer, og en betaling hører til ett. Opprett først et eget dokument for hvert.',
  nothingRecurs: 'Ingen linje har løpende betaling, så det finnes ikke noe abonnement.',
  oneTimeLeftOut: 'Denne linjen har ikke løpende betaling og er ikke med i abonnementet.',
  severalSubscriptions:
    'Linjer med ulikt intervall, ulik løpetid eller ulik startdato blir hvert sitt abonnement: {count} dokumenter.',
  optionalLeftOut: 'Denne valgfrie linjen ble ikke valgt og er utelatt.',
  adjustmentsLeftOut:
    'Denne typen dokument kan ikke ha rabatter, gebyrer eller avgifter på hele ordren; de er utelatt.',
};
