/** Spanish. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'Es posible en estos estados: {statuses}. Ahora: {status}.',
  immutable: 'El documento no se puede cambiar. Estado: {status}.',
  notPermitted: 'Esta página no lo permite ({flag}).',
  lastingFinal:
    'Líneas, precios, impuestos y textos ya no se pueden cambiar, y el número queda usado para siempre, aunque el documento se anule después.',
  lastingVoid:
    'El documento conserva su número y deja de contar; nunca podrá volver a abrirse, pagarse ni aplicarse.',
  lastingAccepted: 'Una cotización aceptada ya no se puede retirar ni cambiar.',
  lastingArchived: 'Una cotización archivada solo se puede consultar y copiar.',
  lastingRecord:
    'Solo se elimina este registro: el dinero en sí no se mueve, ni aquí ni en el procesador de pagos.',
  lastingRefund: 'Un reembolso registrado permanece en el documento.',
  lastingCredit: 'Un crédito aplicado permanece aplicado; no se puede retirar.',
  lastingCancel:
    'No vence ningún pago más. Una suscripción cancelada no puede reanudarse; cree una nueva.',
  lastingDelete: 'Un documento eliminado desaparece. Expórtelo antes para conservarlo.',
  creditInstead:
    'Se pagó por completo o en parte y no se puede anular. Reembolse el dinero o emita una nota de crédito.',
  notFinal: 'Todavía es un borrador. Finalícelo primero.',
  voided: 'Se anuló y no pide nada, así que no se puede pagar nada.',
  keepRecord: 'Un documento finalizado permanece en la contabilidad. Anúlelo si no se pagó nada.',
  cancelFirst:
    'Solo se puede eliminar una suscripción cancelada o caducada. Cancélela y expórtela antes.',
  canceledAlready:
    'Ya está cancelada y finaliza el {day}; no se puede cancelar ni cambiar otra vez.',
  canceledEnded: 'Ya se canceló y ha terminado. Cree una nueva.',
  endsBefore: 'Se canceló con efecto el {day}; después no vence nada.',
  nothingDueOn: 'Ese día no vence nada.',
  draftVoid: 'Un borrador no tiene número que conservar. Elimínelo.',
  voidedRefund: 'Se anuló antes de que se pagara nada.',
  paidCredit: 'No queda nada por pagar. Reembolse primero un pago.',
  voidedDelete: 'Un documento anulado permanece en la contabilidad con su número.',
  memoApplied: 'Se aplicó a una factura y no se puede anular.',
  memoVoided: 'Se anuló y no tiene crédito disponible.',
  nothingToPayOut: 'No queda nada del crédito por devolver.',
  onceSent: 'Regístrelo cuando se haya enviado el dinero.',
  noSuchPayment: 'Entonces no vence ningún pago de la suscripción.',
  quoteUnseen: 'El cliente aún no la ha visto. Publíquela primero.',
  publishFirst: 'Publíquela primero.',
  quoteAccepted: 'Se aceptó. Cópiela para hacer otra oferta.',
  quoteExpired: 'Ha caducado. Cópiela para hacer una oferta nueva.',
  quotePublished: 'Es posible que el cliente la tenga. Retírela o archívela.',
  linkActive: 'Se puede pagar ahora mismo. Desactívelo primero.',
  errors: 'Corrija primero los errores: {codes}.',
  needsLines: 'Añada primero al menos una línea.',
  needsContact: 'Indique al menos un contacto al que se envía.',
  totalTooLarge: 'El total es demasiado grande para facturarlo.',
  negativeTotal:
    'El total es menor que 0. Devuélvalo con una nota de crédito de importes positivos.',
  offerOver: 'La oferta valía hasta el {day}. Cópiela para hacer una nueva.',
  offerGood: 'La oferta vale hasta el {day}.',
  noLastDay: 'Esta cotización no tiene fecha límite de validez.',
  amountsMoved: 'Los importes no son los publicados. Retírela y publíquela de nuevo.',
  needsDueDate: 'Indique la fecha de vencimiento.',
  amountForm: 'Indique el importe, por ejemplo 10,00.',
  minorUnits: 'Se paga en unidades mínimas enteras de la moneda.',
  creditedUnits: 'Se acredita en unidades mínimas enteras de la moneda.',
  aboveZero: 'El importe debe ser mayor que 0.',
  dayForm: 'Indique el día, por ejemplo 2026-11-22.',
  feeForm: 'Indique la comisión como un importe de 0 o más.',
  paidTwice: 'No queda nada por pagar. Reembólselo si llegó dos veces.',
  nothingToPay: 'No queda nada por pagar.',
  debitPending: 'Hay un débito bancario en curso. Espere a que se cobre o falle.',
  noPayment: 'No hay ningún pago registrado.',
  paymentRefunded: 'Hay un reembolso de este pago registrado; permanece.',
  nothingPaid: 'No se pagó nada que se pueda devolver.',
  mostOfPayment: 'De este pago se puede devolver como máximo {amount}.',
  nothingToCredit: 'No queda nada a lo que aplicar un crédito.',
  mostLeft: 'Queda como máximo {amount}.',
  mostOfInvoice: 'De la factura queda como máximo {amount}.',
  creditedInFull: 'La factura ya se acreditó por completo.',
  allPaid: 'Se han hecho todos los pagos.',
  periodPaid: 'Este pago ya se hizo.',
  allBilled: 'Todo está ya facturado.',
  billedBySubscription:
    'Esta línea es recurrente: la factura su suscripción, desde el primer pago.',
  firstPaymentBilled:
    'El primer pago de esta línea ya está facturado; la suscripción empieza con el siguiente.',
  splitFirst:
    'Las líneas forman varias suscripciones, y un pago pertenece a una sola. Cree primero un documento para cada una.',
  nothingRecurs: 'Ninguna línea es recurrente, así que no hay suscripción.',
  oneTimeLeftOut: 'Esta línea no es recurrente y no forma parte de la suscripción.',
  severalSubscriptions:
    'Las líneas con distinta frecuencia, duración o inicio son suscripciones separadas: {count} documentos.',
  optionalLeftOut: 'Esta línea opcional no se eligió y se ha omitido.',
  adjustmentsLeftOut:
    'Este tipo de documento no tiene descuentos globales, cargos ni impuestos de una sola vez; se han omitido.',
};
