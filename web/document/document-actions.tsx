/** What can be done with the document in its state; what is not open to the viewer says why. */
import { useRouter } from '@tanstack/react-router';
import type { DocumentView } from '../../contract/access.ts';
import { giveUpDraft } from '../../contract/determination.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { ReasonDialog } from '../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../ui/dialog/use-dialog.ts';
import { against } from '../ui/document/may.ts';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import { documentText } from './document-text.ts';
import { IssueAction } from './issue-action.tsx';

type ActionsProps = { readonly view: DocumentView };

export function DocumentActions({ view }: ActionsProps) {
  const text = useText(documentText);
  const router = useRouter();
  const { documentId, state, symbol } = view.line;
  const goTo = (address: string) => () => router.history.push(address);
  switch (state) {
    case 'draft':
    case 'returned':
      return (
        <>
          <GuardedButton
            refusals={against(view, 'revise')}
            onAct={goTo(`/documents/${documentId}/revise`)}
          >
            {text.revise}
          </GuardedButton>
          <GiveUpAction view={view} />
        </>
      );
    case 'proposed':
      return (
        <GuardedButton refusals={against(view, 'decide')} onAct={goTo(`/decide/${documentId}`)}>
          {text.decide}
        </GuardedButton>
      );
    case 'determined':
      return symbol === null && <IssueAction view={view} />;
    default:
      return null;
  }
}

function GiveUpAction({ view }: ActionsProps) {
  const text = useText(documentText);
  const dialog = useDialog();
  const { documentId } = view.line;
  const giveUp = useAct(giveUpDraft, dialog.finish);
  return (
    <>
      <GuardedButton variant="default" refusals={against(view, 'revise')} onAct={dialog.open}>
        {text.giveUp}
      </GuardedButton>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={text.giveUpTitle}
        confirmLabel={text.giveUp}
        onConfirm={(reason) => giveUp.mutate({ params: { documentId }, body: { reason } })}
        onClose={dialog.close}
        busy={giveUp.isPending}
        error={giveUp.error}
      >
        <p>{text.giveUpFollows}</p>
      </ReasonDialog>
    </>
  );
}
