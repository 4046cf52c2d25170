/**
 * How often something is paid, as price lists of any language say it. A list comes from somebody else
 * than the one who reads it; what the cell of a document's line shows is read by its column before.
 */
import { billing } from '../columns/billing.ts';
import type { ColumnContext } from '../columns/column.ts';
import { FREQUENCIES } from '../columns/frequencies.ts';
import { plainHeading } from '../element/plain-heading.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { english } from '../i18n/translator.ts';

const WORDS: Readonly<Record<string, string>> = {
  one_time:
    'once|one time|one off|onetime|single|unique|une fois|ponctuel|einmalig|einmal|eenmalig|engangs|engang|éngang|engangsbetaling|una vez|único|una tantum|مرة واحدة|一回|1回|一括|単発',
  weekly:
    'weekly|per week|a week|every week|week|wk|hebdomadaire|par semaine|chaque semaine|wöchentlich|pro Woche|jede Woche|wekelijks|elke week|ugentlig|ugentligt|pr uge|hver uge|ukentlig|per uke|pr uke|hver uke|semanal|por semana|cada semana|settimanale|a settimana|ogni settimana|أسبوعي|أسبوعيا|كل أسبوع|毎週|週次',
  biweekly:
    'biweekly|bi weekly|fortnightly|every two weeks|every 2 weeks|toutes les deux semaines|toutes les 2 semaines|zweiwöchentlich|alle zwei Wochen|alle 2 Wochen|tweewekelijks|om de twee weken|hver anden uge|hver 14 dag|annenhver uke|quincenal|cada dos semanas|bisettimanale|ogni due settimane|كل أسبوعين|隔週|2週間ごと',
  monthly:
    'monthly|per month|a month|every month|month|mo|mth|mensuel|mensuelle|mensuellement|par mois|chaque mois|monatlich|pro Monat|jeden Monat|Monat|maandelijks|per maand|elke maand|månedlig|månedligt|pr måned|per måned|pr md|hver måned|mensual|por mes|al mes|cada mes|mensile|al mese|ogni mese|شهري|شهريا|كل شهر|毎月|月次|月額',
  quarterly:
    'quarterly|per quarter|every quarter|every three months|every 3 months|trimestriel|trimestrielle|par trimestre|tous les trois mois|tous les 3 mois|vierteljährlich|quartalsweise|pro Quartal|alle drei Monate|alle 3 Monate|driemaandelijks|per kwartaal|elk kwartaal|kvartalsvis|kvartalsvist|pr kvartal|per kvartal|hvert kvartal|trimestral|por trimestre|cada tres meses|trimestrale|a trimestre|ogni tre mesi|ربع سنوي|كل ثلاثة أشهر|四半期|四半期ごと|3か月ごと',
  per_six_months:
    'half yearly|semi annual|semi annually|semiannual|semiannually|every six months|every 6 months|semestriel|semestrielle|par semestre|tous les six mois|tous les 6 mois|halbjährlich|pro Halbjahr|alle sechs Monate|alle 6 Monate|halfjaarlijks|per half jaar|halvårlig|halvårligt|hvert halve år|hvert halvår|semestral|cada seis meses|semestrale|ogni sei mesi|نصف سنوي|كل ستة أشهر|半年ごと|6か月ごと',
  annually:
    'annually|annual|yearly|per year|a year|per annum|pa|p a|every year|year|yr|annuel|annuelle|annuellement|par an|chaque année|tous les ans|jährlich|pro Jahr|jedes Jahr|Jahr|jaarlijks|per jaar|elk jaar|årlig|årligt|pr år|per år|hvert år|anual|por año|al año|cada año|annuale|all anno|ogni anno|سنوي|سنويا|كل سنة|毎年|年次|年額',
  per_two_years:
    'every two years|every 2 years|tous les deux ans|tous les 2 ans|alle zwei Jahre|alle 2 Jahre|tweejaarlijks|hvert andet år|hvert annet år|cada dos años|ogni due anni|كل سنتين|2年ごと',
  per_three_years:
    'every three years|every 3 years|tous les trois ans|tous les 3 ans|alle drei Jahre|alle 3 Jahre|driejaarlijks|hvert tredje år|cada tres años|ogni tre anni|كل ثلاث سنوات|3年ごと',
};

const HEADINGS =
  'billing|billing frequency|billing cycle|billing period|billing interval|frequency|interval|recurrence|périodicité|fréquence|facturation|récurrence|abrechnung|abrechnungszeitraum|intervall|zahlungsweise|turnus|häufigkeit|facturering|frequentie|facturatie|fakturering|betaling|hyppighed|interval|frekvens|hyppighet|periodicidad|frecuencia|facturación|fatturazione|frequenza|periodicità|الفوترة|التكرار|請求|請求間隔|支払頻度|周期';

const frequencies: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([frequency, words]) =>
    words.split('|').map((word) => [plainHeading(word), frequency] as const),
  ),
);
const headings: ReadonlySet<string> = new Set(HEADINGS.split('|').map(plainHeading));

/** Whether a column says how often its products are paid. */
export function isBillingHeading(heading: string): boolean {
  return headings.has(plainHeading(heading));
}

/** A number of payments behind the frequency: `monthly x 12`, `mensuel, 12 fois`. */
const COUNTED = /^(.*?)[\s,;]+(?:[x×*]\s*)?(\d{1,4})(?:\s*[\p{L}×]+)?$/u;

function frequencyOf(text: string, { translator }: ColumnContext): string | null {
  const wanted = plainHeading(text.replace(/^\s*\//, ''));
  const known = FREQUENCIES.find((frequency) =>
    [frequency, translator.lookup(`frequency.${frequency}`, frequency)].some(
      (word) => plainHeading(word) === wanted,
    ),
  );
  return known ?? frequencies.get(wanted) ?? null;
}

/** The terms that a cell means, without members for what is paid once; null where it is not clear. */
export function billingMeant(cell: string, context: ColumnContext): JsonObject | null {
  const row = { id: '', index: 0, input: {}, priced: null, issues: [] };
  for (const translator of [context.translator, english]) {
    const reading = billing.readPasted?.(cell, row, { ...context, translator });
    if (reading?.ok !== true) continue;
    return (reading.changes[0]?.value as JsonObject | undefined) ?? {};
  }
  const whole = frequencyOf(cell, context);
  if (whole !== null) return whole === 'one_time' ? {} : { frequency: whole };
  const [, words = '', count = ''] = COUNTED.exec(cell.trim()) ?? [];
  const frequency = count === '' ? null : frequencyOf(words, context);
  if (frequency === null || frequency === 'one_time' || Number(count) === 0) return null;
  return { frequency, payments: Number(count) };
}
