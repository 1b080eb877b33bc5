/** How one file was read: in force or waiting when listed, left out, or why it cannot be read. */
import {
  EXTRACTION_TEXTS,
  EXTRACTION_WARNING_TEXTS,
} from '../../../contract/text/extraction-text.ts';
import { printRefusal } from '../../../contract/text/refusal-text.ts';
import type { FilePreview } from '../../../contract/watch/lists.ts';
import { EXTRACTION_CODES, type ExtractionWarning } from '../../../core/common/extraction.ts';
import { refusalsOf } from '../../api/api-error.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { printNumber } from '../../text/moment.ts';
import classes from '../watch.module.css';
import type { Standing } from './file-rows.ts';
import { listsText } from './lists-text.ts';

function useWhyFailed(error: unknown): string {
  const text = useText(listsText);
  const language = useLanguage();
  const [refusal] = refusalsOf(error);
  if (!refusal) return text.notAnswered;
  const code = refusal.facts?.code;
  const known = EXTRACTION_CODES.find((one) => one === code);
  if (known) return EXTRACTION_TEXTS[language][known];
  if (code === 'no-words') return text.noWords;
  const { what, why } = printRefusal(refusal, language);
  return `${what}. ${why}`;
}

/** Here nobody counts pages. */
const isOfWords = (warning: ExtractionWarning): boolean => warning !== 'pages-estimated';

export function FileOutcome({ standing }: { readonly standing: Standing | undefined }) {
  const text = useText(listsText);
  const warnings = EXTRACTION_WARNING_TEXTS[useLanguage()];
  if (!standing) return null;
  if (standing.kind === 'waiting') return text.waiting;
  if (standing.kind === 'reading') return text.readingNow;
  if (standing.kind === 'failed') return <Failed error={standing.error} />;
  const { preview, kind } = standing;
  const listedAs = ({ sameAs }: FilePreview) => (sameAs ? text.sameAs(sameAs) : text.listed);
  if (kind !== 'ready') {
    return (
      <>
        <strong>{kind === 'listed' ? listedAs(preview) : text.twin(standing.of)}</strong>{' '}
        {text.leftOut}
      </>
    );
  }
  return (
    <>
      <strong>{preview.touches ? text.touchesSome : text.touchesNothing}</strong>
      <span className={`${classes.soft} ${classes.story}`}>
        {text.previewed(printNumber(preview.words), printNumber(preview.characters))}
      </span>
      {preview.warnings.filter(isOfWords).map((warning) => (
        <span key={warning} className={classes.story}>
          {warnings[warning]}
        </span>
      ))}
    </>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const text = useText(listsText);
  const why = useWhyFailed(error);
  return (
    <>
      <strong>{text.unread}</strong> {why} {text.leftOut}
    </>
  );
}
