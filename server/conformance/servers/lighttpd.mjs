// lighttpd with mod_webdav: a plain file server that meets the contract.

import { corsHeaders } from './cors.mjs';
import { freePort, isInstalled, scratchFolder, startServer, versionOf } from './process.mjs';

export const lighttpd = {
  name: 'lighttpd mod_webdav',
  packages: ['lighttpd', 'lighttpd-mod-webdav'],
  available: () => isInstalled('lighttpd'),
  version: () => versionOf('lighttpd').split(' ')[0],
  async start() {
    const [port, folder] = [await freePort(), scratchFolder('lighttpd')];
    const headers = Object.entries(corsHeaders).map(([name, value]) => `"${name}" => "${value}"`);
    const config = `
server.modules = ("mod_setenv", "mod_webdav")
server.document-root = "${folder}"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${folder}/error.log"
mimetype.assign = ("" => "application/json")
$HTTP["url"] =~ "^/docs(/|$)" {
  webdav.activate = "enable"
  setenv.add-response-header = (${headers.join(', ')})
}
`;
    const command = (file) => ['lighttpd', ['-D', '-f', file]];
    return startServer({ name: 'lighttpd', folder, port, config, command });
  },
};
