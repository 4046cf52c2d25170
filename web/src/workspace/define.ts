/** Registers `<crossfoot-workspace>`, once, and starts the offline copy of its files. */
import { CrossfootWorkspace } from './workspace-app.ts';
import '../element/crossfoot-editor-define.ts';
import '../preview/crossfoot-preview-define.ts';

/** The file that keeps the others, as an address that a page under Trusted Types may start. */
function workerAddress(): string {
  const address = './service-worker.js';
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return address;
  const policy = types.createPolicy('crossfoot-worker', { createScriptURL: () => address });
  return policy.createScriptURL('') as string;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (input: string) => string },
  ): { createScriptURL(input: string): unknown };
}

/** Without it the workspace works as long as the network does. */
function startOffline(): void {
  try {
    void navigator.serviceWorker.register(workerAddress()).catch(() => undefined);
  } catch {
    // A page policy that forbids workers leaves the workspace online only.
  }
}

if (!customElements.get('crossfoot-workspace')) {
  customElements.define('crossfoot-workspace', CrossfootWorkspace);
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) startOffline();

declare global {
  interface HTMLElementTagNameMap {
    'crossfoot-workspace': CrossfootWorkspace;
  }
}
