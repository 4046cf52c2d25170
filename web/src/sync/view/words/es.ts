import type { SyncMessages } from '../words.ts';

/** Spanish: a draft that a speaker has yet to review. */
export const messages: SyncMessages = {
  'save.local': 'Guardado en este dispositivo',
  'save.saving': 'Guardando…',
  'save.saved': 'Guardado',
  'save.offline': {
    one: 'Sin conexión: {count} documento en espera',
    other: 'Sin conexión: {count} documentos en espera',
  },
  'save.retrying': 'No se pudo guardar: nuevo intento en {seconds} s',
  'save.decision': 'Necesita su decisión',
  'save.unprotected': 'Sin protección contra conflictos',
  'save.signIn': 'Inicie sesión para sincronizar',
  'save.rejected': 'No aceptado por el servidor: {reason}',
  'save.unprotectedHelp':
    'Este servidor no detecta que dos personas guardan a la vez. Sus cambios se comparan antes y después de cada guardado.',
  'conflict.title': {
    one: 'Cambiado por usted y por {by}: {count} lugar',
    other: 'Cambiado por usted y por {by}: {count} lugares',
  },
  'conflict.explain':
    'No se envía nada hasta que usted decida. La versión que no conserve queda abajo y se puede restaurar.',
  'conflict.someone': 'otra persona',
  'conflict.mine': 'La suya',
  'conflict.theirs': 'La otra',
  'conflict.keepMine': 'Conservar la mía',
  'conflict.takeTheirs': 'Tomar la otra',
  'conflict.keepMineOf': 'Conservar la mía: {name}',
  'conflict.takeTheirsOf': 'Tomar la otra: {name}',
  'conflict.absent': 'No está',
  'conflict.line': 'Línea: {name}',
  'conflict.unnamed': 'sin nombre',
  'conflict.decided': 'Decidido. Puede continuar.',
  'merge.notice': 'Combinado con cambios de {by}: total {before} → {after}',
  'notice.close': 'Cerrar',
  'loser.title': 'Versiones no conservadas',
  'loser.mine': 'La suya, {time}',
  'loser.theirs': 'De {by}, {time}',
  'loser.restore': 'Restaurar',
  'loser.restoreOf': 'Restaurar: {name}',
  'missing.title': 'Este documento ya no está en el servidor',
  'missing.recreate': 'Guardarlo allí de nuevo',
  'missing.keepLocal': 'Conservarlo solo en este dispositivo',
  'finalised.title': 'Este documento fue finalizado por {by}',
  'finalised.explain':
    'Ya no se puede cambiar. Sus cambios quedan abajo como versión no conservada.',
  'finalised.accept': 'Mostrar el documento finalizado',
};
