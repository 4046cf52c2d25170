/** What the rules of a document are called in Danish, and what each of them does. */
import type { PolicyWords } from './en.ts';

export const words: PolicyWords = {
  intro:
    'Disse regler bestemmer, hvordan dokumentet beregnes. Ud for hvert valg står det beløb, der så ville være til betaling nu.',
  defaults:
    'Nye dokumenter begynder med disse regler. Dokumenter, der allerede findes, beholder deres.',
  dueNow: '{due}: {amount}',
  setByProfile: 'Bestemmes af profilen.',
  currency: 'Valuta',
  notANumber: '»{text}« er ikke et tal. Skriv det sådan: {example}.',
  badCashRounding:
    'Øreafrunding skal være et positivt multiplum af den mindste enhed, f.eks. {example}. Beløbet afrundes ikke nu.',
  badMinimumMarginPercent:
    'En mindste dækningsgrad ligger mellem −1000 og 1000 procent og har højst 6 decimaler. Der ses bort fra den nu.',
  'group.general': 'Valuta og profil',
  'group.profile': 'Profil',
  'group.taxes': 'Moms og afgifter',
  'group.discounts': 'Rabatter',
  'group.prices': 'Priser og dækningsgrad',
  'group.payment': 'Beløb til betaling',
  'group.metrics': 'Tilbagevendende omsætning',
  profile: 'Profil',
  'profile.text': 'Forvalg for reglerne nedenfor; en regel, der vælges manuelt, går forud.',
  'profile.standard': 'Standard: intet skæres af',
  'profile.hubspot': 'HubSpot: momssatser med to decimaler, 4,33 uger pr. måned',
  taxRounding: 'Afrunding af moms',
  'taxRounding.text':
    'Hvor ørerne i momsen afrundes: Mange små linjer kan give en øre eller to i forskel.',
  'taxRounding.line': 'Hver sats på hver linje',
  'taxRounding.document': 'Hver sats én gang, over hele dokumentet',
  taxRateDecimals: 'Cifre i momssatser',
  'taxRateDecimals.text': 'Om en sats som {rate} tæller, som den er, eller afkortes først.',
  'taxRateDecimals.all': 'Hvert ciffer tæller',
  'taxRateDecimals.two': 'To decimaler; en tredje på 5 eller mindre falder bort (9,995 % → 9,99 %)',
  taxBase: 'Ordrerabatter og moms',
  'taxBase.text': 'Om en rabat på hele ordren også sænker momsen.',
  'taxBase.afterDiscounts': 'Moms af det, der er tilbage efter rabatten',
  'taxBase.beforeDiscounts': 'Moms af hele beløbet',
  pricesIncludeTax: 'Priser og moms',
  'pricesIncludeTax.text':
    'Gælder for hver sats, der ikke selv angiver, om den er indeholdt i prisen.',
  'pricesIncludeTax.false': 'Moms lægges oven i prisen',
  'pricesIncludeTax.true': 'Priserne er inkl. moms',
  discountRounding: 'Afrunding af linjerabat',
  'discountRounding.text': '11,90 minus 15 % er 10,115: hvilket af de to beløb der afrundes.',
  'discountRounding.discount': 'Rabatten: 1,79 fra, 10,11 tilbage',
  'discountRounding.net': 'Prisen efter rabat: 10,12, altså 1,78 fra',
  discountStacking: 'Flere ordrerabatter',
  'discountStacking.text': 'Hvad procenten i endnu en rabat beregnes af.',
  'discountStacking.additive': 'Af subtotalen: 10 % og 10 % er 20 %',
  'discountStacking.sequential': 'Af det, der er tilbage: 10 % og 10 % er 19 %',
  discountAllocation: 'Hvilke linjer en ordrerabat sænker',
  'discountAllocation.text': 'Det afgør momsen, hvor linjer har forskellige satser.',
  'discountAllocation.oneTimeFirst': 'Engangslinjer først, så første betalinger',
  'discountAllocation.proportional': 'Alle linjer, der betales nu, under ét',
  metricFactors: 'Uger på en måned',
  'metricFactors.text':
    'Kun for måneds- og årsomsætning af ugentlige linjer; intet beløb til betaling ændres.',
  'metricFactors.exact': 'Nøjagtigt: 52 uger på 12 måneder',
  'metricFactors.hubspot': 'Som HubSpot: 4,33 uger, 2,16 perioder på to uger',
  cashRounding: 'Øreafrunding',
  'cashRounding.text':
    'Beløbet, der betales nu, afrundes til et multiplum af dette, f.eks. {example}; tomt: slet ikke.',
  allowNegativePrices: 'Negative priser',
  'allowNegativePrices.text':
    'En returnering eller kreditering som en linje med en pris under nul.',
  'allowNegativePrices.false': 'Afvises',
  'allowNegativePrices.true': 'Tilladt',
  minimumMarginPercent: 'Mindste dækningsgrad i procent',
  'minimumMarginPercent.text': 'Linjer under den får en advarsel; tomt: ingen gør.',
};
