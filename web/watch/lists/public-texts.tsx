/** The listed texts: who listed them and why, what waits for a second officer, what was removed. */
import { Button, Group } from '@mantine/core';
import {
  confirmPublic,
  type PublicText,
  removePublic,
  viewPublic,
} from '../../../contract/watch/lists.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { showMoment } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import classes from '../watch.module.css';
import { listsText } from './lists-text.ts';
import { Words, WordsDialog } from './words-dialog.tsx';

type Props = { readonly texts: readonly PublicText[]; readonly isOfficer: boolean };

export function PublicTexts({ texts, isOfficer }: Props) {
  const text = useText(listsText);
  const acts: Column<PublicText> = {
    key: 'act',
    header: text.act,
    width: '15rem',
    cell: (one) => <Acts one={one} isOfficer={isOfficer} />,
  };
  return (
    <Section title={text.texts}>
      <DataTable<PublicText>
        caption={text.texts}
        source={{ data: texts }}
        rowKey={({ textId }) => textId}
        empty={<EmptyState title={text.noVersions} />}
        columns={[
          { key: 'name', header: text.name, names: true, cell: ({ name }) => name },
          { key: 'published', header: text.published, cell: ({ published }) => published },
          { key: 'state', header: text.state, cell: (one) => <State one={one} /> },
          acts,
        ]}
      />
    </Section>
  );
}

function State({ one }: { readonly one: PublicText }) {
  const text = useText(listsText);
  const { added, confirmed, removed } = one;
  const lines = [
    `${text.addedBy(added.by.name, showMoment(added.at))}. ${one.reason}`,
    confirmed && text.confirmedBy(confirmed.by.name, showMoment(confirmed.at)),
    removed && text.removedBy(removed.by.name, showMoment(removed.at), removed.reason),
  ].filter((line) => line !== null);
  return (
    <>
      <strong>{text.states[one.state]}</strong>
      {one.touches && <span className={classes.story}>{text.touches}</span>}
      {lines.map((line) => (
        <span key={line} className={`${classes.soft} ${classes.story}`}>
          {line}
        </span>
      ))}
    </>
  );
}

type ActsProps = { readonly one: PublicText; readonly isOfficer: boolean };

function Acts({ one, isOfficer }: ActsProps) {
  const { personId } = useViewer();
  const mayConfirm = one.state === 'waiting' && one.added.by.personId !== personId;
  return (
    <Group gap="xs">
      <WordsDialog name={one.name}>
        <ListedWords one={one} />
      </WordsDialog>
      {isOfficer && mayConfirm && <Agree one={one} />}
      {isOfficer && one.state !== 'removed' && <Remove one={one} />}
    </Group>
  );
}

type One = { readonly one: PublicText };

/** The name is part of the button's own name: a page has many of these. */
function labelled(label: string, { name }: PublicText) {
  return `${label}: ${name}`;
}

function ListedWords({ one }: One) {
  const words = useRead(viewPublic, { params: { textId: one.textId } });
  return <Loaded query={words}>{(loaded) => <Words words={loaded.text} />}</Loaded>;
}

function Agree({ one }: One) {
  const text = useText(listsText);
  const dialog = useDialog();
  const act = useAct(confirmPublic, dialog.finish);
  return (
    <>
      <Button size="compact-sm" aria-label={labelled(text.confirm, one)} onClick={dialog.open}>
        {text.confirm}
      </Button>
      <Confirm
        opened={dialog.opened}
        title={text.confirmAsk}
        confirmLabel={text.confirm}
        onConfirm={() => act.mutate({ params: { textId: one.textId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{one.name}</p>
        <p>{text.confirmDoes}</p>
      </Confirm>
    </>
  );
}

function Remove({ one }: One) {
  const text = useText(listsText);
  const dialog = useDialog();
  const act = useAct(removePublic, dialog.finish);
  const params = { textId: one.textId };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={labelled(text.remove, one)}
        onClick={dialog.open}
      >
        {text.remove}
      </Button>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={text.removeAsk}
        confirmLabel={text.remove}
        onConfirm={(reason) => act.mutate({ params, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{one.name}</p>
        <p>{text.removeDoes}</p>
      </ReasonDialog>
    </>
  );
}
