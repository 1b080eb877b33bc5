/** Determine, return, or find that it is no state secret: each says what will follow. */
import type { DocumentView } from '../../contract/access.ts';
import { determineLevel, findNotSecret, returnProposal } from '../../contract/determination.ts';
import { addYears, calendarDate } from '../../core/common/calendar-date.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { showDate } from '../text/moment.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../ui/dialog/use-dialog.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { against } from '../ui/document/may.ts';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import { decideText } from './decide-text.ts';
import classes from './proposal.module.css';

export type Decided = keyof (typeof decideText)['vi']['done'];

type DecisionProps = {
  readonly view: DocumentView;
  readonly onDecided: (decided: Decided) => void;
};

export function DecisionButtons(props: DecisionProps) {
  const text = useText(decideText);
  return (
    <div className={classes.buttons}>
      <DetermineButton {...props} />
      <ReasonedButton
        {...props}
        decided="returnIt"
        endpoint={returnProposal}
        words={{ act: text.returnIt, title: text.returnTitle, follows: text.returnFollows }}
      />
      <ReasonedButton
        {...props}
        decided="notSecret"
        endpoint={findNotSecret}
        words={{ act: text.notSecret, title: text.notSecretTitle, follows: text.notSecretFollows }}
      />
    </div>
  );
}

function DetermineButton({ view, onDecided }: DecisionProps) {
  const text = useText(decideText);
  const levels = useText(commonText).level;
  const dialog = useDialog();
  const { documentId, level } = view.line;
  const act = useAct(determineLevel, () => onDecided('determine'));
  return (
    <>
      <GuardedButton refusals={against(view, 'decide')} onAct={dialog.open}>
        {text.determine}
      </GuardedButton>
      <Confirm
        opened={dialog.opened}
        title={text.determineTitle(level ? levels[level] : '')}
        confirmLabel={text.determine}
        onConfirm={() => act.mutate({ params: { documentId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{usePeriodWords(view)}</p>
        <p>{text.determineNext(view.terms?.copies ?? 1)}</p>
      </Confirm>
    </>
  );
}

function usePeriodWords({ terms }: DocumentView): string {
  const text = useText(decideText);
  const options = useFormOptions().data;
  const years = options?.levels.find(({ level }) => level === terms?.level)?.periodYears;
  if (terms?.shorterPeriod) return text.determineShorter(showDate(terms.shorterPeriod.until));
  if (!options || years === undefined) return '';
  return text.determineFollows(showDate(addYears(calendarDate(options.today), years)), years);
}

type ReasonedProps = DecisionProps & {
  readonly decided: Decided;
  readonly endpoint: typeof returnProposal | typeof findNotSecret;
  readonly words: { readonly act: string; readonly title: string; readonly follows: string };
};

function ReasonedButton({ view, onDecided, decided, endpoint, words }: ReasonedProps) {
  const dialog = useDialog();
  const { documentId } = view.line;
  const act = useAct(endpoint, () => onDecided(decided));
  return (
    <>
      <GuardedButton variant="default" refusals={against(view, 'decide')} onAct={dialog.open}>
        {words.act}
      </GuardedButton>
      <ReasonDialog
        opened={dialog.opened}
        title={words.title}
        confirmLabel={words.act}
        onConfirm={(reason) => act.mutate({ params: { documentId }, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{words.follows}</p>
      </ReasonDialog>
    </>
  );
}
