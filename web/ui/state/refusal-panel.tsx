/** A refusal with every reason, its article and the way out: the screen's form of a "no". */
import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { printRefusal } from '../../../contract/text/refusal-text.ts';
import type { Refusal } from '../../../core/common/refusal.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { CitationChip } from '../law/citation-chip.tsx';
import classes from './state.module.css';
import { stateText } from './state-text.ts';

export type RefusalPanelProps = { readonly refusals: readonly Refusal[] };

export function RefusalPanel({ refusals }: RefusalPanelProps) {
  const text = useText(stateText);
  return (
    <Alert
      className={classes.refusal ?? ''}
      color="yellow"
      variant="outline"
      icon={<IconHandStop aria-hidden />}
      title={<span className={classes.refusalTitle}>{text.refused}</span>}
    >
      {refusals.length > 1 && <p className={classes.count}>{text.reasons(refusals.length)}</p>}
      <ol className={refusals.length > 1 ? classes.reasons : classes.reason}>
        {refusals.map((refusal) => (
          <Reason key={`${refusal.code} ${JSON.stringify(refusal.facts)}`} refusal={refusal} />
        ))}
      </ol>
    </Alert>
  );
}

function Reason({ refusal }: { readonly refusal: Refusal }) {
  const text = useText(stateText);
  const { what, why, wayOut } = printRefusal(refusal, useLanguage());
  return (
    <li>
      <p className={classes.what}>{what}</p>
      <p className={classes.why}>
        {why} {refusal.article && <CitationChip citation={refusal.article} />}
      </p>
      <p className={classes.wayOut}>
        <strong>{text.wayOut}:</strong> {wayOut}
      </p>
    </li>
  );
}
