/** What must be set once before the first screen. */
import { z } from 'zod';
import { markDocumentLanguage } from '../text/language.ts';
import { styleNonce } from './style-nonce.ts';

export function prepareDocument(): void {
  markDocumentLanguage();
  // The security policy forbids code from text, so the schemas must not even try it.
  z.config({ jitless: true });
  // The scroll lock behind dialogs looks for its nonce under this global name.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
