// nginx with its dav module: ignores preconditions, the negative control.

import { corsHeaders } from './cors.mjs';
import { freePort, isInstalled, scratchFolder, startServer, versionOf } from './process.mjs';

export const nginx = {
  name: 'nginx dav',
  packages: ['nginx'],
  available: () => isInstalled('nginx'),
  version: () => versionOf('nginx').replace('nginx version: ', ''),
  async start() {
    const [port, folder] = [await freePort(), scratchFolder('nginx')];
    const headers = Object.entries(corsHeaders)
      .map(([name, value]) => `add_header ${name} "${value}" always;`)
      .join('\n      ');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((one) => `${one}_temp_path ${folder}/${one};`)
      .join('\n  ');
    const config = `
daemon off;
${process.getuid() === 0 ? 'user www-data;' : ''}
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  default_type application/json;
  ${temporary}
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    client_max_body_size 4m;
    location /docs/ {
      ${headers}
      if ($request_method = OPTIONS) { return 204; }
      dav_methods PUT DELETE;
    }
  }
}
`;
    const command = (file) => ['nginx', ['-c', file, '-e', `${folder}/error.log`]];
    return startServer({ name: 'nginx', folder, port, config, command });
  },
};
