/** Tones and names of the states that several screens show. */
import type { DocumentStateName } from '../../../core/document/document.ts';
import { catalogue } from '../../text/catalogue.ts';
import type { Tone } from './state-badge.tsx';

export const DOCUMENT_TONES = {
  draft: 'quiet',
  proposed: 'waiting',
  returned: 'waiting',
  determined: 'done',
  received: 'done',
  'not-secret': 'quiet',
  embargoed: 'waiting',
  void: 'void',
} as const satisfies Record<DocumentStateName, Tone>;

type DocumentNames = Record<DocumentStateName, string>;

export const documentStateText = catalogue({
  vi: {
    draft: 'Dự thảo',
    proposed: 'Chờ quyết định',
    returned: 'Trả lại',
    determined: 'Đã xác định',
    received: 'Văn bản đến',
    'not-secret': 'Không mật',
    embargoed: 'Chờ công bố',
    void: 'Đã bỏ',
  } satisfies DocumentNames,
  en: {
    draft: 'Draft',
    proposed: 'Awaiting decision',
    returned: 'Returned',
    determined: 'Determined',
    received: 'Incoming',
    'not-secret': 'Not secret',
    embargoed: 'Under embargo',
    void: 'Given up',
  } satisfies DocumentNames,
});
