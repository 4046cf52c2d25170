// One instance of the core in a thread of its own: the same module that runs in the browser. All
// that takes longer the larger a document is happens here, so that nobody else waits for it.

import { parentPort, workerData } from 'node:worker_threads';

import { catalogueOf } from '../documents/catalogue.mjs';
import { chosenForBuyer, offerForBuyer } from '../documents/for-buyer.mjs';
import { judge, standingOf } from '../documents/incoming.mjs';
import { takeStep } from '../documents/step.mjs';
import { Problem } from '../http/problem.mjs';

const { hasCore, products } = workerData;
const core = hasCore ? await loadCore() : null;
const catalogue = products ? catalogueOf(products) : null;

async function loadCore() {
  const { loadNodeCore } = await import('../../wasm/node.mjs');
  return (await loadNodeCore()).create();
}

/** Prices a state and compares what is claimed about it. */
function verify(state, claim) {
  return JSON.parse(core.call('verify', `{"state":${state},"claim":${claim}}`));
}

const tasks = {
  /** The revisions of the rules that this core knows. */
  rules: () => (core ? JSON.parse(core.call('version', '{}')).rules : []),
  /** A body that a client wants to store. */
  judge: (bytes, id) => judge(bytes, id, { verify: core && verify, catalogue }),
  /** Whether a stored document is final, and its number. */
  standing: (state) => standingOf(state, verify),
  /** One command of a lifecycle, and the document after it. */
  step: (state, command, context) => takeStep(core, state, command, context),
  /** The offer as its buyer sees it. */
  offer: (state) => offerForBuyer(state),
  /** A buyer's choices on an offer, priced. */
  choose: (state, choices, claim) => chosenForBuyer(core, state, choices, claim),
};

/** A refusal travels as data; any other exception ends the thread, and with it a broken module. */
function run(name, values) {
  try {
    return { value: tasks[name](...values) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: { name: error.name, details: error.details } };
  }
}

parentPort.on('message', ({ name, values }) => parentPort.postMessage(run(name, values)));
parentPort.postMessage('loaded');
