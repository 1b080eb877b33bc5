/** The last question before a verdict: which, and why. Ctrl+Enter in the reason records it. */
import { Radio, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import {
  confirmMatch,
  dismissMatch,
  doubtMatch,
  findEmbargoBroken,
  type MatchView,
} from '../../contract/watch/watch.ts';
import { VERDICTS, type VerdictKind } from '../../core/watch/verdict.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { mayGive } from './verdict-keys.ts';
import { verdictText } from './verdict-text.ts';
import classes from './watch.module.css';

const LONGEST_REASON = 2_000;

export type GiveVerdictProps = {
  readonly match: MatchView;
  /** Null: closed. */
  readonly asked: VerdictKind | null;
  readonly onAsk: (verdict: VerdictKind) => void;
  readonly onClose: () => void;
  readonly onDone: (incidentId: string | null) => void;
};

/** Every verdict is an act of its own. */
function useVerdicts(matchId: string, onDone: GiveVerdictProps['onDone']) {
  const leak = useAct(confirmMatch, ({ incidentId }) => onDone(incidentId));
  const broken = useAct(findEmbargoBroken, () => onDone(null));
  const dismissal = useAct(dismissMatch, () => onDone(null));
  const doubt = useAct(doubtMatch, () => onDone(null));
  const acts = [leak, broken, dismissal, doubt];
  const params = { matchId };
  const give = (verdict: VerdictKind, reason: string) => {
    // Why another verdict was refused is no longer the question.
    for (const act of acts) act.reset();
    if (verdict === 'leak') leak.mutate({ params, body: { reason } });
    else if (verdict === 'embargo-broken') broken.mutate({ params, body: { reason } });
    else if (verdict === 'unclear') doubt.mutate({ params, body: { reason } });
    else dismissal.mutate({ params, body: { reason, kind: verdict } });
  };
  return {
    give,
    isPending: acts.some((act) => act.isPending),
    error: acts.map((act) => act.error).find((error) => error !== null) ?? null,
  };
}

export function GiveVerdict({ match, asked, onAsk, onClose, onDone }: GiveVerdictProps) {
  const text = useText(verdictText);
  const [reason, setReason] = useState('');
  const { give, isPending, error } = useVerdicts(match.matchId, onDone);
  const isReady = asked !== null && reason.trim() !== '' && !isPending;
  const record = () => {
    if (isReady) give(asked, reason);
  };
  const recordByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    record();
  };
  return (
    <Confirm
      opened={asked !== null}
      title={text.ask}
      confirmLabel={text.give}
      tone={asked === 'leak' ? 'alarm' : 'plain'}
      onConfirm={record}
      onClose={onClose}
      busy={isPending}
      disabled={reason.trim() === ''}
      error={error}
    >
      <Stack gap="md">
        <Radio.Group
          label={text.title}
          value={asked}
          onChange={(value) => {
            const verdict = VERDICTS.find((each) => each === value);
            if (verdict) onAsk(verdict);
          }}
        >
          <Stack gap="xs" mt="xs">
            {VERDICTS.filter((each) => mayGive(match, each)).map((each) => (
              <Radio
                key={each}
                value={each}
                label={text.names[each]}
                description={each === asked ? text.does[each] : undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          data-autofocus
          label={text.reason}
          description={text.reasonHint}
          required
          autosize
          minRows={3}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={recordByKey}
        />
        <p className={classes.facts}>{text.once}</p>
      </Stack>
    </Confirm>
  );
}
