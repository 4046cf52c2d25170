// Apache with mod_dav, with its default FileETag and with FileETag Digest.

import { corsHeaders } from './cors.mjs';
import { freePort, isInstalled, scratchFolder, startServer, versionOf } from './process.mjs';

const MODULES = '/usr/lib/apache2/modules';
const NEEDED = ['mpm_event', 'authz_core', 'headers', 'mime', 'dav', 'dav_fs', 'dav_lock'];

function apache(name, fileEtag) {
  return {
    name,
    packages: ['apache2-bin'],
    available: () => isInstalled('apache2'),
    version: () => versionOf('apache2').replace('Server version: ', '').split(' ')[0],
    async start() {
      const [port, folder] = [await freePort(), scratchFolder('apache')];
      const load = NEEDED.map((one) => `LoadModule ${one}_module ${MODULES}/mod_${one}.so`);
      const headers = Object.entries(corsHeaders);
      const asRoot = process.getuid() === 0 ? 'User www-data\nGroup www-data' : '';
      const config = `
${load.join('\n')}
${asRoot}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
TypesConfig /dev/null
DocumentRoot ${folder}
DavLockDB ${folder}/docs/.lock
${fileEtag}
<Directory ${folder}/docs>
  Dav On
  Require all granted
  ForceType application/json
</Directory>
${headers.map(([header, value]) => `Header always set ${header} "${value}"`).join('\n')}
`;
      const command = (file) => ['apache2', ['-DFOREGROUND', '-f', file]];
      return startServer({ name: 'apache', folder, port, config, command });
    },
  };
}

export const apacheDefault = apache('Apache mod_dav, default FileETag', '');
export const apacheDigest = apache('Apache mod_dav, FileETag Digest', 'FileETag Digest');
