/** What stands in place of a screen or a table: empty, loading, failed, not found. */
import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconFileUnknown, IconInbox, IconPlugX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FAULT_TEXTS } from '../../../contract/text/fault-text.ts';
import { printRefusal } from '../../../contract/text/refusal-text.ts';
import { FaultError, isRefusedWith, LineError, refusalsOf } from '../../api/api-error.ts';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { useLanguage } from '../../text/language.ts';
import { InAppLink } from '../page/in-app-link.tsx';
import { RefusalPanel } from './refusal-panel.tsx';
import classes from './state.module.css';
import { stateText } from './state-text.ts';

type WholeProps = {
  readonly icon: ReactNode;
  readonly title: string;
  /** It stands in place of the whole screen, so its title is the screen's heading. */
  readonly screen?: true;
  readonly children?: ReactNode;
};

function Whole({ icon, title, screen, children }: WholeProps) {
  const Title = screen ? 'h1' : 'p';
  return (
    <div className={classes.whole}>
      <span className={classes.wholeIcon} aria-hidden>
        {icon}
      </span>
      <Title className={classes.wholeTitle}>{title}</Title>
      {children && <div className={classes.wholeBody}>{children}</div>}
    </div>
  );
}

export type EmptyStateProps = {
  readonly title?: string;
  /** When things will appear here, or the button that makes the first one. */
  readonly children?: ReactNode;
};

export function EmptyState({ title, children }: EmptyStateProps) {
  const text = useText(stateText);
  return (
    <Whole icon={<IconInbox size={32} stroke={1.25} />} title={title ?? text.empty}>
      {children}
    </Whole>
  );
}

export function LoadingState() {
  const text = useText(stateText);
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden />
      <span>{text.loading}</span>
    </div>
  );
}

/** The one answer for "does not exist" and "not yours to see": nothing here may tell which. */
export function NotFoundState() {
  const text = useText(stateText);
  const { what, why, wayOut } = printRefusal({ code: 'not-found' }, useLanguage());
  return (
    <Whole screen icon={<IconFileUnknown size={32} stroke={1.25} />} title={what}>
      <title>{`${what} · Niêm Phong`}</title>
      <p>{why}</p>
      <p>{wayOut}</p>
      <p>
        <InAppLink href="/">{text.notFoundHome}</InAppLink>
      </p>
    </Whole>
  );
}

export type ErrorStateProps = {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
};

/** Any failed call: the identical not-found, all refusals, a fault in words, or a broken line. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  if (isRefusedWith(error, 'not-found')) return <NotFoundState />;
  const refusals = refusalsOf(error);
  if (refusals.length > 0) return <RefusalPanel refusals={refusals} />;
  return <FailedState error={error} onRetry={onRetry} />;
}

function FailedState({ error, onRetry }: ErrorStateProps) {
  const text = useText(stateText);
  const { act } = useText(commonText);
  const faults = FAULT_TEXTS[useLanguage()];
  const broken = error instanceof LineError;
  const fault = error instanceof FaultError && error.code ? faults[error.code] : null;
  const icon = broken ? <IconPlugX size={32} stroke={1.25} /> : <IconAlertTriangle size={32} />;
  return (
    <div role="alert">
      <Whole icon={icon} title={broken ? text.line : (fault?.what ?? text.failed)}>
        <p>{broken ? text.lineWay : (fault?.wayOut ?? text.failedWay)}</p>
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {act.retry}
          </Button>
        )}
      </Whole>
    </div>
  );
}
