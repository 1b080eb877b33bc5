/** What was read from a file, and what a person must check by eye. */
import type { z } from 'zod';
import type { attachFile } from '../../../contract/access.ts';
import { EXTRACTION_WARNING_TEXTS } from '../../../contract/text/extraction-text.ts';
import { EXTRACTION_WARNINGS } from '../../../core/common/extraction.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { Notice } from '../state/notice.tsx';
import { attachText } from './attach-text.ts';

export type Attached = z.output<typeof attachFile.response>;

export function AttachedNotice({ attached }: { readonly attached: Attached }) {
  const text = useText(attachText);
  const texts = EXTRACTION_WARNING_TEXTS[useLanguage()];
  const warnings = EXTRACTION_WARNINGS.filter((each) => attached.warnings.includes(each));
  return (
    <Notice>
      {text.attached(attached.kind.toUpperCase(), attached.pages, attached.version)}
      {warnings.length > 0 && (
        <ul>
          {warnings.map((each) => (
            <li key={each}>{texts[each]}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
