// One instance of the core in a thread of its own: the same module that runs in the browser.

import { parentPort } from 'node:worker_threads';

import { loadNodeCore } from '../../wasm/node.mjs';

const core = await (await loadNodeCore()).create();

const tasks = {
  /** What this module is. */
  version: () => JSON.parse(core.call('version', '{}')),

  /** Prices a state and compares what is claimed about it. */
  verify(state, claim) {
    return JSON.parse(core.call('verify', `{"state":${state},"claim":${claim}}`));
  },

  /** Applies one command and marks the result as a new write. */
  apply(state, command, rev) {
    const session = core.newSession();
    try {
      const steps = [
        () => session.open(state),
        () => session.apply(JSON.stringify(command)),
        () => session.apply(JSON.stringify({ op: 'stamp', rev })),
      ];
      for (const step of steps) {
        const { error } = JSON.parse(step());
        if (error) return { error };
      }
      return { state: session.save() };
    } finally {
      session.close();
    }
  },

  /** Applies a buyer's choices to an offer. */
  choose(offer, choices) {
    const argument = `{"state":${offer},"choices":${JSON.stringify(choices)}}`;
    const reply = JSON.parse(core.call('choices', argument));
    if (reply.error) return { error: reply.error };
    const state = JSON.stringify(reply.state);
    const view = JSON.parse(core.price(state, true));
    return view.error ? { error: view.error } : { state, view };
  },
};

// An exception is not caught here: it ends the thread, and with it a module that may be broken.
parentPort.on('message', ({ name, values }) => parentPort.postMessage(tasks[name](...values)));
parentPort.postMessage('loaded');
