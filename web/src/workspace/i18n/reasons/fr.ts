/** French. Machine-translated draft: please review. */
import type { Reasons } from '../reasons.ts';

export const reasons: Reasons = {
  possibleWhile: 'C’est possible dans ces états : {statuses}. Actuellement : {status}.',
  immutable: 'Le document ne peut pas être modifié. État : {status}.',
  notPermitted: 'Cette page ne le permet pas ({flag}).',
  lastingFinal:
    'Lignes, prix, taxes et textes ne peuvent plus être modifiés, et le numéro est définitivement utilisé, même si le document est annulé ensuite.',
  lastingVoid:
    'Le document garde son numéro et ne compte plus ; il ne pourra plus jamais être rouvert, payé ni imputé.',
  lastingAccepted: 'Un devis accepté ne peut plus être retiré ni modifié.',
  lastingArchived: 'Un devis archivé peut seulement être consulté et copié.',
  lastingRecord:
    'Seul cet enregistrement est supprimé : l’argent lui-même ne bouge pas, ni ici ni chez le prestataire.',
  lastingRefund: 'Un remboursement enregistré reste sur le document.',
  lastingCredit: 'Un avoir imputé le reste ; l’imputation ne peut pas être annulée.',
  lastingCancel:
    'Plus aucun paiement n’est dû. Un abonnement résilié ne peut pas reprendre ; créez-en un nouveau.',
  lastingDelete: 'Un document supprimé est perdu. Exportez-le d’abord pour le garder.',
  creditInstead:
    'Cette facture a été payée en tout ou en partie et ne peut pas être annulée. Remboursez la somme ou établissez un avoir.',
  notFinal: 'C’est encore un brouillon. Finalisez-le d’abord.',
  voided: 'Il a été annulé et ne demande rien, rien ne peut donc être payé.',
  keepRecord:
    'Un document finalisé reste dans la comptabilité. Annulez-le plutôt, si rien n’a été payé.',
  cancelFirst:
    'Seul un abonnement résilié ou expiré peut être supprimé. Résiliez-le, et exportez-le d’abord.',
  canceledAlready:
    'Il est déjà résilié et prend fin le {day} ; il ne peut être ni résilié ni modifié une nouvelle fois.',
  canceledEnded: 'Il est déjà résilié et a pris fin. Créez-en un nouveau.',
  endsBefore: 'Il a été résilié au {day} ; rien n’est dû après cette date.',
  nothingDueOn: 'Rien n’est dû ce jour-là.',
  draftVoid: 'Un brouillon n’a pas de numéro à garder. Supprimez-le plutôt.',
  voidedRefund: 'Il a été annulé avant tout paiement.',
  paidCredit: 'Il ne reste rien à payer. Remboursez d’abord un paiement.',
  voidedDelete: 'Un document annulé reste dans la comptabilité avec son numéro.',
  memoApplied: 'Il a été imputé sur une facture et ne peut pas être annulé.',
  memoVoided: 'Il a été annulé et ne crédite plus rien.',
  nothingToPayOut: 'Il ne reste rien de l’avoir à rembourser.',
  onceSent: 'Enregistrez-le une fois l’argent envoyé.',
  noSuchPayment: 'Aucun paiement de l’abonnement n’est dû alors.',
  quoteUnseen: 'Le client ne l’a pas encore vu. Publiez-le d’abord.',
  publishFirst: 'Publiez-le d’abord.',
  quoteAccepted: 'Il a été accepté. Copiez-le pour faire une autre offre.',
  quoteExpired: 'Il a expiré. Copiez-le pour faire une nouvelle offre.',
  quotePublished: 'Le client l’a peut-être. Retirez-le ou archivez-le.',
  linkActive: 'Il peut être payé en ce moment. Désactivez-le d’abord.',
  errors: 'Corrigez d’abord les erreurs : {codes}.',
  needsLines: 'Ajoutez d’abord au moins une ligne.',
  needsContact: 'Indiquez au moins un contact destinataire.',
  totalTooLarge: 'Le total est trop grand pour être facturé.',
  negativeTotal: 'Le total est inférieur à 0. Rendez-le par un avoir aux montants positifs.',
  offerOver: 'L’offre était valable jusqu’au {day}. Copiez-la pour en faire une nouvelle.',
  offerGood: 'L’offre est valable jusqu’au {day}.',
  noLastDay: 'Ce devis n’a pas de date limite de validité.',
  amountsMoved:
    'Les montants ne sont pas ceux qui ont été publiés. Retirez-le et publiez-le de nouveau.',
  needsDueDate: 'Indiquez la date d’échéance.',
  amountForm: 'Indiquez le montant, par exemple 10,00.',
  minorUnits: 'On paie en nombre entier de la plus petite unité de la devise.',
  creditedUnits: 'On crédite en nombre entier de la plus petite unité de la devise.',
  aboveZero: 'Le montant doit être supérieur à 0.',
  dayForm: 'Indiquez le jour, par exemple 2026-11-22.',
  feeForm: 'Indiquez des frais de 0 ou plus.',
  paidTwice: 'Il ne reste rien à payer. Remboursez si le paiement est venu deux fois.',
  nothingToPay: 'Il ne reste rien à payer.',
  debitPending: 'Un prélèvement est en cours. Attendez qu’il réussisse ou échoue.',
  noPayment: 'Aucun paiement n’est enregistré.',
  paymentRefunded: 'Un remboursement de ce paiement est enregistré ; il reste.',
  nothingPaid: 'Rien n’a été payé qui puisse être rendu.',
  mostOfPayment: 'On peut rendre au plus {amount} de ce paiement.',
  nothingToCredit: 'Il ne reste rien sur quoi imputer un avoir.',
  mostLeft: 'Il reste au plus {amount}.',
  mostOfInvoice: 'Il reste au plus {amount} de la facture.',
  creditedInFull: 'La facture a déjà fait l’objet d’un avoir total.',
  allPaid: 'Tous les paiements ont été faits.',
  periodPaid: 'Ce paiement a déjà été fait.',
  allBilled: 'Tout est déjà facturé.',
  billedBySubscription:
    'Cette ligne est récurrente : son abonnement la facture dès le premier paiement.',
  firstPaymentBilled:
    'Le premier paiement de cette ligne est déjà facturé ; l’abonnement commence au suivant.',
  splitFirst:
    'Les lignes forment plusieurs abonnements, et un paiement n’appartient qu’à un seul. Créez d’abord un document pour chacun.',
  nothingRecurs: 'Aucune ligne n’est récurrente, il n’y a donc pas d’abonnement.',
  oneTimeLeftOut: 'Cette ligne n’est pas récurrente et ne fait pas partie de l’abonnement.',
  severalSubscriptions:
    'Des lignes de fréquence, durée ou début différents deviennent des abonnements séparés : {count} documents.',
  optionalLeftOut: 'Cette ligne facultative n’a pas été choisie et a été omise.',
  adjustmentsLeftOut:
    'Ce type de document n’a ni remises globales, ni frais, ni taxes ponctuelles ; ils ont été omis.',
};
