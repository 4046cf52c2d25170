// Chooses the database that the settings name.

import { openEmbedded } from './embedded.mjs';
import { openPostgres } from './postgres.mjs';

/**
 * @param {import('../config.mjs').Config} config
 * @param {import('../http/log.mjs').Log} log
 * @returns {Promise<import('./database.mjs').Database>}
 */
export function openDatabase(config, log) {
  return config.databaseUrl
    ? openPostgres(config.databaseUrl, config.limits, log)
    : openEmbedded(config.dataFolder);
}
