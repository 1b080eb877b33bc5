import { Button } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { proposeText } from './propose-text.ts';

type SavedProps = { readonly documentId: string; readonly onAnother?: (() => void) | undefined };

export function SavedNotice({ documentId, onAnother }: SavedProps) {
  const text = useText(proposeText);
  return (
    <Notice>
      {text.saved} <InAppLink href={`/documents/${documentId}`}>{text.openPage}</InAppLink>{' '}
      {onAnother && (
        <Button variant="subtle" size="compact-sm" onClick={onAnother}>
          {text.another}
        </Button>
      )}
    </Notice>
  );
}
