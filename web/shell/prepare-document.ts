/** What must be set once before the first screen. */
import { markDocumentLanguage } from '../text/language.ts';
import { styleNonce } from './style-nonce.ts';

export function prepareDocument(): void {
  markDocumentLanguage();
  // The scroll lock behind dialogs looks for its nonce under this global name.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
