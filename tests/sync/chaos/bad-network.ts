// The network between clients and a real server: loses, delays, repeats, cuts off.

import type { Random } from '../support/random.ts';
import type { Faults } from './server.ts';
import type { Clock } from './virtual-time.ts';

const TIMEOUT_MS = 30_000;

/** `fetch` over a network whose faults may change while it is used. */
export function withFaults(network: { faults: Faults }, time: Clock, random: Random): typeof fetch {
  const lost = async (): Promise<never> => {
    await time.sleep(TIMEOUT_MS);
    throw new TypeError('timeout');
  };
  return async (input, init) => {
    const { faults } = network;
    await time.sleep(random.below(faults.delay + 1));
    if (random.chance(faults.lostRequest)) return lost();
    if (random.chance(faults.duplicated)) {
      time.after(random.below(10_000), () => void fetch(input, init).catch(() => {}));
    }
    const answer = await fetch(input, init);
    const text = await answer.text();
    await time.sleep(random.below(faults.delay + 1));
    if (random.chance(faults.lostAnswer)) return lost();
    if (random.chance(faults.refused)) return new Response('<h1>proxy</h1>', { status: 502 });
    const { status, headers } = answer;
    const isCut = text.length > 20 && random.chance(faults.truncated);
    const body = text === '' ? null : isCut ? text.slice(0, -10) : text;
    return new Response(body, { status, headers });
  };
}
