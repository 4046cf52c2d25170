// Tokens from the command line. The embedded store can be open in one process only, so the server
// must be stopped for it; with PostgreSQL it may run.

import { Tokens } from './access/tokens.mjs';
import { readConfig } from './config.mjs';
import { createLog } from './http/log.mjs';
import { openDatabase } from './store/open.mjs';
import { Store } from './store/store.mjs';

const HELP = `Usage: node server/admin.mjs token TENANT [LABEL]   makes a seller's token, shown once
       node server/admin.mjs revoke TOKEN              ends a token
`;

const [command, subject, label = ''] = process.argv.slice(2);
const isKnown = ['token', 'revoke'].includes(command) && subject;
if (isKnown) {
  const database = await openDatabase(readConfig(process.env), createLog(process.stderr));
  await new Store(database).prepare();
  const tokens = new Tokens(database);
  if (command === 'token') {
    process.stdout.write(`${await tokens.create({ tenant: subject, label })}\n`);
  } else {
    await tokens.revoke(subject);
  }
  await database.close();
} else {
  process.stderr.write(HELP);
  process.exitCode = 2;
}
