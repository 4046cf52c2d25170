/** The example of a checkout page: a document, a shop that knows two codes, a pretended payment. */
import './crossfoot-summary-define.ts';
import offerUrl from '../../../examples/06-new-york-order/state.json?url';
import type { Redeemed } from './crossfoot-summary.ts';
import type { JsonObject } from '../../../schema/contract.ts';

const summary = document.querySelector('crossfoot-summary');
const log = document.querySelector<HTMLElement>('#log');

/** What a shop's server would do: know its codes, their limits and their last day. */
async function redeem(code: string, state: JsonObject): Promise<Redeemed> {
  await new Promise((done) => setTimeout(done, 400));
  const percents: Record<string, string> = { WELCOME10: '10' };
  const percent = percents[code.toUpperCase()];
  if (code.toUpperCase() === 'SUMMER25') return { refused: 'This code ended on 31 August.' };
  if (percent === undefined) return { refused: 'This code is not known.' };
  const adjustments = Array.isArray(state['adjustments']) ? state['adjustments'] : [];
  const discount = { id: 'code', type: 'discount', name: code.toUpperCase(), percent };
  return { state: { ...state, adjustments: [...adjustments, discount] } };
}

async function load(): Promise<void> {
  if (!summary) return;
  summary.state = 'loading';
  summary.error = '';
  try {
    const response = await fetch(offerUrl);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    summary.value = await response.text();
  } catch (error) {
    summary.error = error instanceof Error ? error.message : String(error);
  }
  summary.state = '';
}

if (summary) {
  summary.redeem = redeem;
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme !== null) {
    summary.theme = theme;
    document.documentElement.dataset['theme'] = theme;
  }
  summary.lang = new URLSearchParams(location.search).get('lang') ?? '';
  summary.addEventListener('crossfoot-retry', () => void load());
  summary.addEventListener('crossfoot-pay', (event) => {
    const { dueNow, dueNowMinor, currency, digest, code } = (event as CustomEvent).detail;
    const told = { dueNow, dueNowMinor, currency, digest, code };
    if (log) log.textContent = JSON.stringify(told, null, 2);
  });
  void load();
}
