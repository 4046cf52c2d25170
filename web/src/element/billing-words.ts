/** How lists say how often something is paid and for how long, in every language. */

/** Words of each frequency (RE-1.1), as they compare: folded, without dots. */
export const FREQUENCY_WORDS: Readonly<Record<string, string>> = {
  one_time:
    'one time|one off|onetime|once|single|non recurring|no|none|einmalig|einmal|unique|une fois|ponctuel|unico|una vez|unica|una tantum|eenmalig|engangs|engang|én gang|en gang|jednorazowo|avulso|einmalzahlung|一回|一度|一括|単発|مرة واحدة|لمرة واحدة|jednorázově|kertaluonteinen|engangsbetaling|1回',
  weekly:
    'weekly|week|wk|every week|wöchentlich|woche|hebdomadaire|semaine|semanal|semana|settimanale|settimana|wekelijks|ugentligt|ugentlig|uge|ukentlig|uke|veckovis|vecka|tygodniowo|tydzień|毎週|週次|週|أسبوعي|أسبوعيا|أسبوع',
  biweekly:
    'biweekly|every two weeks|every 2 weeks|fortnightly|fortnight|zweiwöchentlich|vierzehntäglich|14 täglich|alle zwei wochen|alle 2 wochen|quinzaine|quincenal|quindicinale|tweewekelijks|隔週|bi weekly|toutes les deux semaines|toutes les 2 semaines|om de twee weken|hver anden uge|hver 14 dag|annenhver uke|cada dos semanas|bisettimanale|ogni due settimane|كل أسبوعين|2週間ごと',
  monthly:
    'monthly|month|mo|mth|every month|each month|monatlich|monat|mtl|mensuel|mensuelle|mois|tous les mois|mensual|mes|mensile|mese|maandelijks|maand|månedlig|månedligt|måned|md|mnd|månatlig|månatligen|månadsvis|månad|mån|miesięcznie|miesięczna|miesiąc|mensal|mês|měsíčně|měsíc|aylık|ay|kuukausittain|kuukausi|kk|lunar|lună|havonta|havi|毎月|月次|月額|月|شهري|شهريا|شهر|mensuellement',
  quarterly:
    'quarterly|quarter|qtr|every quarter|every three months|every 3 months|vierteljährlich|quartalsweise|quartal|trimestriel|trimestrielle|trimestre|trimestral|trimestrale|kwartaal|per kwartaal|driemaandelijks|kvartalsvis|kvartal|kvartårlig|kwartalnie|kwartał|四半期|四半期ごと|ربع سنوي|tous les trois mois|tous les 3 mois|alle drei monate|alle 3 monate|kvartalsvist|cada tres meses|ogni tre mesi|كل ثلاثة أشهر|3か月ごと',
  per_six_months:
    'semiannual|semi annual|semiannually|semi annually|half yearly|halfyearly|biannually|every six months|every 6 months|halbjährlich|halbjahr|semestriel|semestrielle|semestre|semestral|semestrale|halfjaarlijks|halfjaar|halvårlig|halvårligt|halvår|halvårsvis|półrocznie|半年|半年ごと|نصف سنوي|tous les six mois|tous les 6 mois|alle sechs monate|alle 6 monate|half jaar|halve år|cada seis meses|ogni sei mesi|كل ستة أشهر|6か月ごと',
  annually:
    'annually|annual|yearly|year|yr|every year|per annum|pa|p a|jährlich|jahr|annuel|annuelle|an|tous les ans|anual|año|ano|annuale|anno|jaarlijks|jaar|årlig|årligt|årligen|årsvis|år|rocznie|roczna|rok|ročně|yıllık|yıl|vuosittain|vuosi|anual|an|évente|éves|毎年|年次|年額|年|سنوي|سنويا|سنة|annuellement|année',
  per_two_years:
    'every two years|every 2 years|biennial|biennially|alle zwei jahre|alle 2 jahre|zweijährlich|biennal|tous les deux ans|bienal|biennale|tweejaarlijks|hvert andet år|hvert annet år|vartannat år|co dwa lata|2年ごと|tous les 2 ans|cada dos años|ogni due anni|كل سنتين',
  per_three_years:
    'every three years|every 3 years|triennial|alle drei jahre|alle 3 jahre|tous les trois ans|trienal|triennale|3年ごと|tous les 3 ans|driejaarlijks|hvert tredje år|cada tres años|ogni tre anni|كل ثلاث سنوات',
  per_four_years: 'every four years|every 4 years|alle vier jahre|alle 4 jahre|4年ごと',
  per_five_years: 'every five years|every 5 years|alle fünf jahre|alle 5 jahre|5年ごと',
};

/** What stands before such a word and changes nothing: `per month`, `pro Jahr`, `billed monthly`. */
export const FREQUENCY_PREFIX =
  /^(?:(?:per|each|every|chaque|jede[nrs]?|elke?|hvert?|cada|ogni|كل|a|an|pro|je|im|par|por|al|all|pr|za|na|billed|paid|payable|recurring|abgerechnet|facturé) ?)+(?= )/u;

/** Words behind a number of payments: `12 times`, `12 fois`. */
export const TIMES =
  'x|×|times|payments|instalments|installments|mal|zahlungen|raten|fois|paiements|echeances|veces|pagos|cuotas|volte|rate|pagamenti|keer|termijnen|gange|ganger|ganger|betalinger|回|مرات|دفعات';

/** Words of what terms are counted in; each is the letter of its ISO 8601 duration. */
export const TERM_WORDS: Readonly<Record<'Y' | 'M' | 'W', string>> = {
  Y: 'year|years|yr|yrs|y|jahr|jahre|jahren|an|ans|année|années|año|años|anno|anni|jaar|jaren|år|rok|lata|lat|ano|anos|roky|let|yıl|vuosi|vuotta|ani|év|年|年間|カ年|سنة|سنوات|عام|أعوام|سنتان',
  M: 'month|months|mo|mos|mth|mths|m|monat|monate|monaten|mon|mois|mes|meses|mese|mesi|maand|maanden|mnd|måned|måneder|mdr|md|månad|månader|mån|miesiąc|miesiące|miesięcy|mies|mês|měsíců|měsíce|měsíc|ay|kuukausi|kuukautta|kk|luni|lună|hónap|月|か月|ヶ月|カ月|ケ月|か月間|ヶ月間|شهر|أشهر|شهرا|شهور',
  W: 'week|weeks|wk|wks|w|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|week|weken|uge|uger|uke|uker|vecka|veckor|tydzień|tygodnie|tygodni|週|週間|أسبوع|أسابيع',
};
