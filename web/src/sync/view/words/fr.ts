import type { SyncMessages } from '../words.ts';

/** French: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Enregistré sur cet appareil',
  'save.saving': 'Enregistrement…',
  'save.saved': 'Enregistré',
  'save.offline': {
    one: 'Hors ligne : {count} document en attente',
    other: 'Hors ligne : {count} documents en attente',
  },
  'save.retrying': 'Enregistrement impossible : nouvel essai dans {seconds} s',
  'save.decision': 'Votre décision est nécessaire',
  'save.unprotected': 'Non protégé contre les conflits',
  'save.signIn': 'Connectez-vous pour synchroniser',
  'save.rejected': 'Refusé par le serveur : {reason}',
  'save.unprotectedHelp':
    'Ce serveur ne remarque pas quand deux personnes enregistrent en même temps. Vos modifications sont comparées avant et après chaque enregistrement.',
  'conflict.title': {
    one: 'Modifié par vous et par {by} : {count} endroit',
    other: 'Modifié par vous et par {by} : {count} endroits',
  },
  'conflict.explain':
    'Rien n’est envoyé avant votre décision. La version que vous ne gardez pas reste ci-dessous et peut être rétablie.',
  'conflict.someone': 'quelqu’un d’autre',
  'conflict.mine': 'La vôtre',
  'conflict.theirs': 'L’autre',
  'conflict.keepMine': 'Garder la mienne',
  'conflict.takeTheirs': 'Prendre l’autre',
  'conflict.keepMineOf': 'Garder la mienne : {name}',
  'conflict.takeTheirsOf': 'Prendre l’autre : {name}',
  'conflict.absent': 'Absent',
  'conflict.line': 'Ligne : {name}',
  'conflict.unnamed': 'sans nom',
  'conflict.decided': 'C’est décidé. Vous pouvez continuer.',
  'merge.notice': 'Fusionné avec les modifications de {by} : total {before} → {after}',
  'notice.close': 'Fermer',
  'loser.title': 'Versions non conservées',
  'loser.mine': 'La vôtre, {time}',
  'loser.theirs': 'De {by}, {time}',
  'loser.restore': 'Rétablir',
  'loser.restoreOf': 'Rétablir : {name}',
  'missing.title': 'Ce document n’est plus sur le serveur',
  'missing.recreate': 'L’y enregistrer de nouveau',
  'missing.keepLocal': 'Le garder sur cet appareil seulement',
  'finalised.title': 'Ce document a été finalisé par {by}',
  'finalised.explain':
    'Il ne peut plus être modifié. Vos modifications restent ci-dessous comme version non conservée.',
  'finalised.accept': 'Afficher le document finalisé',
};
