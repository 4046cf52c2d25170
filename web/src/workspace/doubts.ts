/** Sentences about numbers that are worth a second look; the checks are loaded with the first one. */
import { isEmail } from '../check/email.ts';
import { countryName } from '../i18n/choices.ts';
import type { Workspace } from './workspace-context.ts';

type Checks = typeof import('../check/bank-and-tax.ts');

let checks: Checks | null = null;
let isLoading = false;

/** The checks once they are there; until then nothing is doubted, and then the page is drawn again. */
function loaded(workspace: Workspace): Checks | null {
  if (!checks && !isLoading) {
    isLoading = true;
    void import('../check/bank-and-tax.ts').then(
      (module) => {
        checks = module;
        workspace.requestUpdate();
      },
      // Without them (offline, at the first time) nothing is claimed about a number.
      () => (isLoading = false),
    );
  }
  return checks;
}

/** What is doubtful about an e-mail address; '' where nothing is. */
export function emailDoubt({ w }: Workspace, text: string): string {
  const address = text.trim();
  return address === '' || isEmail(address) ? '' : w('email.bad', { address });
}

/** What is doubtful about a bank account; '' where nothing is. */
export function bankDoubt(workspace: Workspace, text: string): string {
  const doubt = text.trim() === '' ? null : (loaded(workspace)?.doubtfulIban(text) ?? null);
  if (!doubt) return '';
  const country = countryName(doubt.country, workspace.translator.language);
  return doubt.what === 'ibanLength'
    ? workspace.w('iban.length', { country, length: doubt.length })
    : workspace.w('iban.wrong', { country });
}

/** What is doubtful about a tax ID of a country; '' where nothing is, or nothing is published. */
export function taxIdDoubt(workspace: Workspace, text: string, country: string): string {
  if (text.trim() === '') return '';
  const doubt = loaded(workspace)?.doubtfulTaxId(text, country) ?? null;
  return doubt
    ? workspace.w('taxId.wrong', {
        text: text.trim(),
        country: countryName(doubt.country, workspace.translator.language),
      })
    : '';
}
