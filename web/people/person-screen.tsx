/** One person: post, duties, papers, delegations, and the registrar's acts upon them. */
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type PersonView, viewPerson } from '../../contract/people.ts';
import { useRead } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { Badge } from '../ui/state/state-badge.tsx';
import { PaperBadge } from './paper-badge.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { type OpenForm, PersonForm } from './person-form.tsx';
import { PersonRecord } from './person-record.tsx';

export function PersonScreen() {
  const { personId } = useParams({ from: '/frame/people/$personId' });
  const query = useRead(viewPerson, { params: { personId } });
  return <Loaded query={query}>{(view) => <Person key={personId} view={view} />}</Loaded>;
}

function Person({ view }: { readonly view: PersonView }) {
  const text = useText(peopleText);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [done, setDone] = useState(false);
  const { line, record } = view;
  const open = (next: OpenForm) => {
    setDone(false);
    setForm(next);
  };
  return (
    <>
      <PageHeader
        title={line.fullName}
        lead={line.positionTitle}
        back={{ href: '/people', label: text.back }}
        mark={line.status !== 'active' && <Badge tone="void">{text.status[line.status]}</Badge>}
      />
      {done && <Notice>{text.done}</Notice>}
      <PersonFacts line={line} />
      {record ? (
        <PersonRecord view={view} record={record} onOpen={open} />
      ) : (
        <p className={classes.none}>{text.notYours}</p>
      )}
      {view.may.manage && <AccountActs personId={line.personId} onOpen={open} />}
      {form && (
        <PersonForm
          form={form}
          personId={line.personId}
          onClose={() => setForm(null)}
          onDone={() => {
            setForm(null);
            setDone(true);
          }}
        />
      )}
    </>
  );
}

function PersonFacts({ line }: { readonly line: PersonView['line'] }) {
  const text = useText(peopleText);
  const language = useLanguage();
  const { data } = useFormOptions();
  const { standing, legalPost } = line;
  const post = data?.legalPosts.find(({ code }) => code === legalPost);
  return (
    <FactList
      facts={[
        { name: text.fact.unit, value: line.unit.name },
        { name: text.fact.legalPost, value: legalPost && (post?.[language] ?? legalPost) },
        { name: text.fact.login, value: standing?.login },
        {
          name: text.column.clearance,
          value:
            standing &&
            (standing.clearance ? <LevelMark level={standing.clearance} /> : text.noClearance),
        },
        {
          name: text.column.commitment,
          value: standing?.clearance && <PaperBadge until={standing.commitmentUntil} />,
        },
        {
          name: text.column.training,
          value: standing?.clearance && <PaperBadge until={standing.trainingUntil} />,
        },
      ]}
    />
  );
}

type AccountProps = {
  readonly personId: string;
  readonly onOpen: (form: OpenForm) => void;
};

function AccountActs({ personId, onOpen }: AccountProps) {
  const text = useText(peopleText);
  const isSelf = useViewer().personId === personId;
  return (
    <Section title={text.section.account}>
      <div className={classes.acts}>
        {!isSelf && (
          <Button variant="default" onClick={() => onOpen({ name: 'reset' })}>
            {text.act.reset}
          </Button>
        )}
        <Button variant="default" onClick={() => onOpen({ name: 'leave' })}>
          {text.act.leave}
        </Button>
      </div>
    </Section>
  );
}
