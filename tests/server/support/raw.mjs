// Requests by hand, on sockets of their own: slow, cut off or malformed as no client would send them.

import net from 'node:net';

/**
 * Opens a connection and sends the beginning of a request.
 * @param {number} port
 * @param {string} text
 */
export function send(port, text) {
  const socket = net.connect(port, '127.0.0.1');
  const start = performance.now();
  let answer = '';
  socket.on('error', () => {});
  socket.write(text);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  const answered = new Promise((resolve) => {
    socket.on('data', (part) => {
      answer += part;
      resolve(undefined);
    });
    socket.on('close', resolve);
  });
  return {
    socket,
    /** The first part of the answer, and after how many milliseconds it came. */
    answer: async () => {
      await answered;
      return { text: answer, milliseconds: performance.now() - start };
    },
    /** All of the answer, once the server has closed. */
    closed: async () => {
      await closed;
      return { text: answer, milliseconds: performance.now() - start };
    },
    end: () => socket.destroy(),
  };
}

/** The head of a request, its headers as lines. */
export function head(method, path, token, ...headers) {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${token}`];
  return `${[...lines, ...headers].join('\r\n')}\r\n\r\n`;
}
