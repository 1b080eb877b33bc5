/** The clerk puts the scan of an incoming document into the vault, the drafter a draft's file. */
import type { DocumentView } from '../../contract/access.ts';
import { useViewer } from '../shell/viewer.tsx';
import { AttachFile } from '../ui/document/attach-file.tsx';

export function AttachSection({ view }: { readonly view: DocumentView }) {
  const { duties, personId } = useViewer();
  const { documentId, state } = view.line;
  const isOpened = view.incoming?.opened && duties.includes('registry-clerk');
  const isOwnDraft = state === 'draft' && view.drafter?.personId === personId;
  return isOpened || isOwnDraft ? <AttachFile documentId={documentId} /> : null;
}
