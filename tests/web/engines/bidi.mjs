// As much of WebDriver BiDi as the main flow needs, over Firefox's own socket.
import { keyActions } from './webdriver.mjs';

/** A session with a stock Firefox started with --remote-debugging-port. */
export async function bidi(port) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/session`);
  await new Promise((done, failed) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', failed, { once: true });
  });
  const waiting = new Map();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(data);
    const { done, failed } = waiting.get(reply.id) ?? {};
    waiting.delete(reply.id);
    if (reply.type === 'error') failed?.(new Error(reply.message));
    else done?.(reply.result);
  });
  const send = (method, params) =>
    new Promise((done, failed) => {
      waiting.set(++last, { done, failed });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'window' });
  // A page that is not in front gets no focus events.
  await send('browsingContext.activate', { context });
  const act = (actions) =>
    send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
  return {
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    run: async (script) => {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `JSON.stringify(${script})`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
    press: (combination) => act(keyActions(combination.split('+'))),
    type: (text) => act([...text].flatMap((character) => keyActions([character]))),
    close: async () => {
      await send('session.end', {});
      socket.close();
    },
  };
}
