/** The verdict on a match: given in one of five ways, and shown once it was given. */
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { GivenVerdict, MatchView } from '../../contract/watch/watch.ts';
import { VERDICTS, type VerdictKind } from '../../core/watch/verdict.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { useLetterKeys } from '../ui/match/letter-keys.ts';
import { FactList } from '../ui/page/fact-list.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { Section } from '../ui/page/section.tsx';
import { GiveVerdict } from './give-verdict.tsx';
import { keyOf, mayGive } from './verdict-keys.ts';
import { verdictText } from './verdict-text.ts';
import classes from './watch.module.css';

export type MatchVerdictProps = {
  readonly match: MatchView;
  readonly onVerdict: () => void;
};

export function MatchVerdict({ match, onVerdict }: MatchVerdictProps) {
  const text = useText(verdictText);
  const { duties } = useViewer();
  const isOfficer = duties.includes('watch-officer');
  const isOpen = VERDICTS.some((verdict) => mayGive(match, verdict));
  const left = match.spread.filter(
    ({ matchId, state }) => matchId !== match.matchId && state === 'open',
  ).length;
  return (
    <Section title={text.title}>
      {match.verdict && <Given verdict={match.verdict} name={text.given} />}
      {match.earlier.map((verdict) => (
        <Given key={verdict.at} verdict={verdict} name={text.earlier} />
      ))}
      {isOpen && isOfficer && <Choices match={match} onVerdict={onVerdict} />}
      {isOpen && !isOfficer && <p className={classes.facts}>{text.onlyOfficer}</p>}
      {left > 0 && <p className={classes.facts}>{text.storyLeft(left)}</p>}
    </Section>
  );
}

function Choices({ match, onVerdict }: MatchVerdictProps) {
  const text = useText(verdictText);
  const router = useRouter();
  const [asked, setAsked] = useState<VerdictKind | null>(null);
  const possible = VERDICTS.filter((verdict) => mayGive(match, verdict));
  useLetterKeys(
    Object.fromEntries(possible.map((verdict) => [keyOf(verdict), () => setAsked(verdict)])),
  );
  const done = (incidentId: string | null) => {
    setAsked(null);
    if (incidentId) router.history.push(`/incidents/${incidentId}`);
    else onVerdict();
  };
  return (
    <>
      <ul className={classes.choices}>
        {possible.map((verdict) => (
          <li key={verdict} className={classes.choice}>
            <Button
              variant={verdict === 'leak' ? 'filled' : 'default'}
              color={verdict === 'leak' ? 'alarm' : 'ink'}
              aria-keyshortcuts={keyOf(verdict)}
              onClick={() => setAsked(verdict)}
              leftSection={
                <kbd aria-hidden className={classes.key}>
                  {keyOf(verdict)}
                </kbd>
              }
            >
              {text.names[verdict]}
            </Button>
            <span>{text.does[verdict]}</span>
          </li>
        ))}
      </ul>
      <GiveVerdict
        match={match}
        asked={asked}
        onAsk={setAsked}
        onClose={() => setAsked(null)}
        onDone={done}
      />
    </>
  );
}

type GivenProps = { readonly verdict: GivenVerdict; readonly name: string };

function Given({ verdict, name }: GivenProps) {
  const text = useText(verdictText);
  const { kind, incidentId } = verdict;
  return (
    <div className={classes.given}>
      <FactList
        facts={[
          { name, value: kind === null ? text.notTold : text.names[kind] },
          { name: text.by, value: verdict.by.name },
          { name: text.at, value: showMoment(verdict.at) },
          ...(verdict.reason === null ? [] : [{ name: text.reason, value: verdict.reason }]),
        ]}
      />
      {incidentId && (
        <p className={classes.done}>
          <InAppLink href={`/incidents/${incidentId}`}>{text.openIncident}</InAppLink>
        </p>
      )}
    </div>
  );
}
