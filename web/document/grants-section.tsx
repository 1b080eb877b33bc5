/** Who may read the document, as what and until when; the competent person revokes at once. */
import { Button } from '@mantine/core';
import { type DocumentView, revokeGrant } from '../../contract/access.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { useDialog } from '../ui/dialog/use-dialog.ts';
import { against } from '../ui/document/may.ts';
import { Section } from '../ui/page/section.tsx';
import { Badge } from '../ui/state/state-badge.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import classes from './document.module.css';
import { documentText } from './document-text.ts';
import { GrantAction } from './grant-action.tsx';

type GrantLine = DocumentView['grants'][number];

export function GrantsSection({ view }: { readonly view: DocumentView }) {
  const text = useText(documentText);
  const refusals = against(view, 'grant');
  const revoking: Column<GrantLine> = {
    key: 'act',
    header: text.grantColumn.act,
    width: '6rem',
    cell: (grant) => grant.inForce && <RevokeAction view={view} grant={grant} />,
  };
  return (
    <Section title={text.grants} actions={<GrantAction view={view} />}>
      <DataTable<GrantLine>
        caption={text.grants}
        source={{ data: view.grants }}
        rowKey={({ grantId }) => grantId}
        empty={<EmptyState title={text.noGrants} />}
        columns={[
          {
            key: 'person',
            header: text.grantColumn.person,
            names: true,
            cell: ({ person, kind }) => `${person.name}, ${text.grantKind[kind]}`,
          },
          {
            key: 'until',
            header: text.grantColumn.until,
            width: '9.5rem',
            cell: (grant) => <GrantUntil grant={grant} />,
          },
          ...(refusals.length > 0 ? [] : [revoking]),
        ]}
      />
    </Section>
  );
}

function GrantUntil({ grant }: { readonly grant: GrantLine }) {
  const text = useText(documentText);
  const { inForce, revokedAt, untilAt } = grant;
  return (
    <span className={classes.until}>
      <span>{showMoment(revokedAt ?? untilAt)}</span>
      <Badge tone={inForce ? 'active' : 'quiet'}>
        {inForce ? text.inForce : revokedAt ? text.revoked : text.over}
      </Badge>
    </span>
  );
}

type RevokeProps = { readonly view: DocumentView; readonly grant: GrantLine };

function RevokeAction({ view, grant }: RevokeProps) {
  const text = useText(documentText);
  const dialog = useDialog();
  const revoke = useAct(revokeGrant, dialog.finish);
  const params = { documentId: view.line.documentId, grantId: grant.grantId };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {text.revoke}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={text.revokeTitle(grant.person.name)}
        confirmLabel={text.revoke}
        onConfirm={() => revoke.mutate({ params })}
        onClose={dialog.close}
        busy={revoke.isPending}
        error={revoke.error}
      >
        <p>{text.revokeFollows}</p>
      </Confirm>
    </>
  );
}
