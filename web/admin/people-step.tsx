/** The head, the registrar and the first administrator, with the decision that assigns them. */
import { Select, TextInput } from '@mantine/core';
import { setUpOptions } from '../../contract/admin.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { DateField } from '../ui/field/date-field.tsx';
import { Section } from '../ui/page/section.tsx';
import { PersonFields } from './person-fields.tsx';
import { ReadinessFields } from './readiness-fields.tsx';
import classes from './setup.module.css';
import type { StepProps } from './setup-screen.tsx';
import { setupText } from './setup-text.ts';

export function PeopleStep(props: StepProps) {
  const { people: text } = useText(setupText);
  const { plan, problems, onChange } = props;
  const shared = { units: plan.units, problems };
  return (
    <>
      <p className={classes.lead}>{text.lead}</p>
      <DutiesDecision {...props} />
      <Section title={text.head}>
        <p className={classes.why}>{text.headWhy}</p>
        <PersonFields
          {...shared}
          at="head"
          person={plan.head}
          onChange={(change) => onChange({ head: { ...plan.head, ...change } })}
        />
        <LegalPostField {...props} />
        <ReadinessFields
          at="head.ready"
          ready={plan.head.ready}
          problems={problems}
          onChange={(ready) => onChange({ head: { ...plan.head, ready } })}
        />
      </Section>
      <Section title={text.registrar}>
        <p className={classes.why}>{text.registrarWhy}</p>
        <PersonFields
          {...shared}
          at="registrar"
          person={plan.registrar}
          onChange={(change) => onChange({ registrar: { ...plan.registrar, ...change } })}
        />
        <ReadinessFields
          at="registrar.ready"
          ready={plan.registrar.ready}
          problems={problems}
          onChange={(ready) => onChange({ registrar: { ...plan.registrar, ready } })}
        />
      </Section>
      <Section title={text.administrator}>
        <p className={classes.why}>{text.administratorWhy}</p>
        <PersonFields
          {...shared}
          at="administrator"
          person={plan.administrator}
          onChange={(change) => onChange({ administrator: { ...plan.administrator, ...change } })}
        />
      </Section>
    </>
  );
}

function DutiesDecision({ plan, problems, onChange }: StepProps) {
  const text = useText(setupText);
  const { duties } = plan;
  return (
    <Section title={text.people.duties}>
      <div className={classes.fields}>
        <TextInput
          label={text.ready.decisionNo}
          value={duties.decisionNo}
          onChange={(event) =>
            onChange({ duties: { ...duties, decisionNo: event.currentTarget.value } })
          }
          error={problems['duties.decisionNo']}
          autoFocus
          required
        />
        <DateField
          label={text.ready.fromOn}
          value={duties.fromOn}
          onChange={(date) => onChange({ duties: { ...duties, fromOn: date ?? '' } })}
          error={problems['duties.fromOn']}
          required
        />
      </div>
    </Section>
  );
}

function LegalPostField({ plan, problems, onChange }: StepProps) {
  const text = useText(setupText).person;
  const language = useLanguage();
  const { data } = useRead(setUpOptions, {});
  const groups = Map.groupBy(data?.legalPosts ?? [], ({ group }) =>
    group ? text.power(group) : text.byDelegation,
  );
  return (
    <Select
      mt="sm"
      label={text.legalPost}
      description={text.legalPostHint}
      data={[...groups].map(([group, posts]) => ({
        group,
        items: posts.map((post) => ({ value: post.code, label: post[language] })),
      }))}
      value={plan.head.legalPost || null}
      onChange={(code) => onChange({ head: { ...plan.head, legalPost: code ?? '' } })}
      error={problems['head.legalPost']}
      nothingFoundMessage={text.noPost}
      searchable
      required
    />
  );
}
