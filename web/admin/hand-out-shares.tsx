/**
 * The one time that shares are on a screen: one custodian after another, each share shown after
 * its custodian says so, gone from memory once it is written down.
 */
import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { setUp } from '../../contract/admin.ts';
import { BarePage } from '../shell/bare-page.tsx';
import { useText } from '../text/catalogue.ts';
import { Warning } from '../ui/state/warning.tsx';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';

type SetUpDone = z.output<(typeof setUp)['response']>;
type Share = SetUpDone['shares'][number];

export type HandOutProps = {
  readonly done: SetUpDone;
  readonly agencyName: string;
};

export function HandOutShares({ done, agencyName }: HandOutProps) {
  const text = useText(setupText).done;
  const [left, setLeft] = useState<readonly Share[]>(done.shares);
  useLeaveWarning(left.length > 0);
  const of = done.shares.length;
  const [share] = left;
  // A fresh page: no share stays in memory.
  const leave = () => globalThis.location.assign('/');
  return (
    <BarePage title={text.title} lead={text.lead}>
      <div className="np-no-print">
        <Warning title={text.loud} loud>
          <p>{text.loudWhy}</p>
          <p>{text.loudLoss(done.threshold)}</p>
        </Warning>
      </div>
      {share ? (
        <OneCustodian
          key={share.custodian.personId}
          {...{ share, agencyName, threshold: done.threshold, of, number: of - left.length + 1 }}
          onWritten={() => setLeft(left.slice(1))}
        />
      ) : (
        <Button size="md" onClick={leave} autoFocus>
          {text.finish}
        </Button>
      )}
    </BarePage>
  );
}

/** The browser asks before the page goes while a share waits for its custodian. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [active]);
}

type OneProps = {
  readonly share: Share;
  readonly agencyName: string;
  readonly threshold: number;
  readonly of: number;
  readonly number: number;
  readonly onWritten: () => void;
};

function OneCustodian({ share, agencyName, threshold, of, number, onWritten }: OneProps) {
  const text = useText(setupText).done;
  const [shown, setShown] = useState(false);
  const [written, setWritten] = useState(false);
  const name = share.custodian.fullName;
  if (!shown)
    return (
      <div className={classes.hand}>
        <p>
          <strong>{text.turn(number, of)}.</strong> {text.only(name)}
        </p>
        <p>
          <Button onClick={() => setShown(true)} autoFocus>
            {text.show(name)}
          </Button>
        </p>
      </div>
    );
  return (
    <div className={classes.hand}>
      <article className={classes.slip}>
        <h2>{text.share(name)}</h2>
        <p>{agencyName}</p>
        <p>{text.slip(threshold, of)}</p>
        <ShareGroups share={share.share} />
        <p>{text.slipKeep}</p>
      </article>
      <div className="np-no-print">
        <Button variant="default" onClick={() => globalThis.print()}>
          {text.print}
        </Button>
        <p className={classes.lead}>{text.printNote}</p>
        <Checkbox
          label={text.written}
          checked={written}
          onChange={(event) => setWritten(event.currentTarget.checked)}
        />
        <div className={classes.buttons}>
          <Button disabled={!written} onClick={onWritten}>
            {text.nextPerson}
          </Button>
        </div>
      </div>
    </div>
  );
}

function ShareGroups({ share }: { readonly share: string }) {
  return (
    <ol className={classes.share} data-share={share}>
      {share.split('-').map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
        <li key={index}>
          <small>{index + 1}</small> {group}
        </li>
      ))}
    </ol>
  );
}
