/**
 * What spreadsheets call our columns, besides the column's own name: in every language of the
 * editor, whichever one somebody reads, since a price list comes from somebody else.
 */
const WORDS: Readonly<Record<string, string>> = {
  name: `item|product|products|title|service|line item|item name|product name|product/service|name|article
    |vare|vare eller tjeneste|vare/tjeneste|vare/ydelse|varenavn|produkt|ydelse|tjeneste|navn|betegnelse|benevnelse
    |artikel|artikel/dienst|bezeichnung|artikelbezeichnung|produktbezeichnung|leistung|position|dienst|naam|productnaam
    |produit|désignation|designation|prestation|libellé|artículo|producto|servicio|concepto|nombre
    |الصنف|المنتج|الخدمة|الاسم|البند|品目|品名|商品|商品名|項目|サービス|件名`,
  description: `description|details|text|notes|beskrivelse|beschreibung|omschrijving|descripción|detalle|détails
    |الوصف|البيان|التفاصيل|説明|摘要|内容|備考`,
  sku: `sku|code|item code|product code|part number|part no|item no|item number|article number
    |varenr|varenummer|artikelnummer|art-nr|art nr|artikelnr|artnr|référence|réf|code article|referencia|código
    |رمز الصنف|الرمز|رقم الصنف|品番|商品コード|コード|型番`,
  quantity: `quantity|qty|count|units|hours|pcs|antall|antal|stk|menge|anzahl|stück|stunden|timer|aantal|uren
    |quantité|qté|nombre|heures|cantidad|cant|uds|horas|الكمية|العدد|数量|個数|時間`,
  unit: `unit|uom|unit of measure|enhet|enhed|einheit|me|eenheid|unité|unidad|الوحدة|単位`,
  unitPrice: `unit price|price|rate|list price|price per unit|unit rate|price each|each
    |pris|enhetspris|enhedspris|stykpris|stykkpris|a pris|à pris|timepris|preis|einzelpreis|stückpreis|ep|e-preis|stundensatz
    |prijs|stuksprijs|eenheidsprijs|tarief|prix|prix unitaire|pu|pu ht|prix unitaire ht|tarif
    |precio|precio unitario|precio unidad|p unitario|tarifa|السعر|سعر الوحدة|単価|価格`,
  cost: `unit cost|cost|cost price|buy price|kostpris|enhetskostnad|enhedsomkostning|einkaufspreis|ek|stückkosten
    |kostprijs|inkoopprijs|coût|coût unitaire|prix d'achat|coste|coste unitario|precio de coste
    |التكلفة|تكلفة الوحدة|原価|仕入単価`,
  discount: `discount|discount %|disc|disc %|rebate|rabatt|rabat|rabatt %|rabat %|nachlass|korting|remise|réduction|descuento|dto
    |الخصم|値引き|値引|割引`,
};

/** Columns of a price list that are nobody's to fill: they are numbered, counted or taxed here. */
const KNOWN_ONLY = `#|no|nr|pos|position|line|row|amount|total|line total|subtotal|sum|ext price|extended price|tax|taxes|vat|gst|currency
  |beløb|belop|i alt|sum|moms|mva|valuta|linje|gesamt|gesamtpreis|betrag|summe|mwst|ust|währung|gp
  |bedrag|totaal|btw|regel|montant|total ht|total ttc|tva|devise|n°|importe|iva|impuestos|moneda|línea|n\.º
  |المبلغ|الإجمالي|الضريبة|العملة|الرقم|金額|合計|小計|税|消費税|通貨|番号`;

/** A heading as it compares: without case, marks and a currency in brackets. */
export function plainHeading(text: string): string {
  return text
    .toLocaleLowerCase()
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/[.:_*º]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const listed = (words: string): string[] => words.split('|').map(plainHeading);

const columns: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([id, words]) => listed(words).map((word) => [word, id])),
);
const known: ReadonlySet<string> = new Set(listed(KNOWN_ONLY));

/** The column that a heading means; '' where it is a usual heading of none of ours. */
export function meantBy(heading: string): string | undefined {
  const word = plainHeading(heading);
  return columns.get(word) ?? (known.has(word) ? '' : undefined);
}
