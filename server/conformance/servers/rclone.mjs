// rclone's WebDAV server: gives strong ETags and ignores every condition, the second negative
// control.

import { freePort, isInstalled, scratchFolder, startServer, versionOf } from './process.mjs';

export const rclone = {
  name: 'rclone serve webdav',
  packages: ['rclone'],
  available: () => isInstalled('rclone'),
  version: () => versionOf('rclone', 'version'),
  async start() {
    const [port, folder] = [await freePort(), scratchFolder('rclone')];
    const command = () => [
      'rclone',
      ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`, '--etag-hash', 'MD5'],
    ];
    return startServer({ name: 'rclone', folder, port, config: '', command });
  },
};
