// The server as a program: settings from the environment, logs to the standard output, and an
// orderly end on SIGTERM or SIGINT. See docs/server.md.

import { readConfig } from './config.mjs';
import { createLog } from './http/log.mjs';
import { startServer } from './start.mjs';

const log = createLog(process.stdout);

try {
  const config = readConfig(process.env);
  const server = await startServer(config, log);
  const store = config.databaseUrl ? 'postgresql' : 'embedded';
  log('started', { url: server.url, level: config.level, store, pid: process.pid });
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      log('stopping', { signal });
      await server.stop();
      log('stopped');
      process.exit(0);
    });
  }
} catch (error) {
  log('start-failed', { reason: error.message });
  process.exit(1);
}
