/** The verdict on a match: given in one of two ways, or shown once it was given. */

import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { MatchView } from '../../contract/watch.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { FactList } from '../ui/page/fact-list.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { Section } from '../ui/page/section.tsx';
import { ConfirmLeak } from './confirm-leak.tsx';
import { DismissMatch } from './dismiss-match.tsx';
import { matchText } from './match-text.ts';
import classes from './watch.module.css';

export type MatchVerdictProps = {
  readonly match: MatchView;
  readonly onVerdict: () => void;
};

export function MatchVerdict({ match, onVerdict }: MatchVerdictProps) {
  const text = useText(matchText);
  const { duties } = useViewer();
  if (match.verdict) return <GivenVerdict verdict={match.verdict} />;
  if (!duties.includes('watch-officer'))
    return (
      <Section title={text.verdict}>
        <p className={classes.facts}>{text.onlyOfficer}</p>
      </Section>
    );
  return <VerdictToGive matchId={match.matchId} onVerdict={onVerdict} />;
}

type VerdictToGiveProps = { readonly matchId: string; readonly onVerdict: () => void };

function VerdictToGive({ matchId, onVerdict }: VerdictToGiveProps) {
  const text = useText(matchText);
  const router = useRouter();
  const [asked, setAsked] = useState<'leak' | 'dismiss' | null>(null);
  const close = () => setAsked(null);
  return (
    <Section title={text.verdict}>
      <div className={classes.choices}>
        <div className={classes.choice}>
          <Consequences words={text.leakWhat} />
          <Button color="alarm" onClick={() => setAsked('leak')}>
            {text.leak}
          </Button>
        </div>
        <div className={classes.choice}>
          <Consequences words={text.dismissWhat} />
          <Button variant="default" onClick={() => setAsked('dismiss')}>
            {text.dismiss}
          </Button>
        </div>
      </div>
      <ConfirmLeak
        matchId={matchId}
        opened={asked === 'leak'}
        onClose={close}
        onDone={(incidentId) => router.history.push(`/incidents/${incidentId}`)}
      />
      <DismissMatch
        matchId={matchId}
        opened={asked === 'dismiss'}
        onClose={close}
        onDone={() => {
          close();
          onVerdict();
        }}
      />
    </Section>
  );
}

function Consequences({ words }: { readonly words: string }) {
  return (
    <ul className={classes.consequences}>
      {words.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

type GivenVerdictProps = { readonly verdict: NonNullable<MatchView['verdict']> };

function GivenVerdict({ verdict }: GivenVerdictProps) {
  const text = useText(matchText);
  const { kind, incidentId } = verdict;
  return (
    <Section title={text.verdict}>
      <div className={classes.given}>
        <FactList
          facts={[
            { name: text.verdict, value: kind ? text.dismissed : text.confirmed },
            { name: text.kind, value: kind && text.kinds[kind] },
            { name: text.by, value: verdict.by.name },
            { name: text.at, value: showMoment(verdict.at) },
            { name: text.reason, value: verdict.reason },
          ]}
        />
        {incidentId && (
          <p className={classes.done}>
            <InAppLink href={`/incidents/${incidentId}`}>{text.openIncident}</InAppLink>
          </p>
        )}
      </div>
    </Section>
  );
}
