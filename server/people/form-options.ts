/**
 * What forms are filled from: the law's tables as data, the units, and who may decide a proposal of
 * this person at each level today (law art. 11, by post or by delegation).
 */
import type { FormOptions } from '../../contract/people.ts';
import { DUTY_TEXTS } from '../../contract/text/duty-text.ts';
import type { Subject } from '../../core/access/access-facts.ts';
import { POWERS } from '../../core/authority/legal-post.ts';
import { mayDecide } from '../../core/authority/may-decide.ts';
import { type CalendarDate, dateInHanoi } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { receiverRefusals } from '../../core/custody/hand-over.ts';
import { isItemInForce } from '../../core/guide/check-guide-item.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { DUTIES } from '../../core/person/duty.ts';
import type { Regime } from '../../regimes/vn-2026/regime.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Readers } from '../ports/readers.ts';
import type { PersonRow } from '../ports/rows.ts';
import { POWER_WORDS } from './option-words.ts';

type Decider = FormOptions['deciders'][number]['people'][number];

function lawOptions(law: Regime, today: CalendarDate) {
  return {
    today,
    levels: LEVELS.map((level) => {
      const { vi, en, periodYears, envelopeMark } = law.levels[level];
      return { level, vi, en, periodYears, envelopeMark };
    }),
    duties: DUTIES.map((duty) => ({ duty, vi: DUTY_TEXTS.vi[duty], en: DUTY_TEXTS.en[duty] })),
    powers: POWERS.map((power) => ({ power, ...POWER_WORDS[power] })),
    legalPosts: law.posts.map(({ code, vi, en, group, deputyOf }) => ({
      code,
      vi,
      en,
      group,
      deputyOf: [...deputyOf],
    })),
    documentTypes: law.documentTypes.map(({ code, vi, en, abbreviation }) => ({
      code,
      vi,
      en,
      abbreviation,
    })),
    fields: law.fields.map(({ field, vi, en, allowsTopLevel }) => ({
      field,
      vi,
      en,
      allowsTopLevel,
    })),
    guideItems: law.guideItems
      .filter((item) => isItemInForce(item, today))
      .map(({ ref, level, field, vi, en, condition, certainty }) => ({
        ref,
        level,
        field,
        vi,
        en,
        condition,
        certainty,
      })),
  };
}

type Candidate = { readonly person: PersonRow; readonly subject: Subject };

/** Those in service with a post: only a post, or a delegation to a post, gives power. */
async function candidatesOf(readers: Readers): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const { person } of await readers.people.listPeople()) {
    if (person.legalPost === null || person.status !== 'active') continue;
    const subject = await readers.people.loadSubject(person.id);
    // An administrator sees no document, whatever their post.
    if (subject && !subject.duties.includes('administrator')) candidates.push({ person, subject });
  }
  return candidates;
}

type Decision = {
  readonly law: Regime;
  readonly level: Level;
  readonly on: CalendarDate;
  readonly proposedBy: PersonId;
};

function decidersOf(candidates: readonly Candidate[], decision: Decision): Decider[] {
  return candidates.flatMap(({ person, subject }): Decider[] => {
    const may = mayDecide({ ...decision, person: subject, power: 'determine' });
    if (!may.ok) return [];
    return [
      {
        personId: person.id,
        fullName: person.fullName,
        positionTitle: person.positionTitle,
        by: may.value.by,
        ready: receiverRefusals(subject, decision.level, decision.on).length === 0,
      },
    ];
  });
}

export async function formOptions(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
): Promise<Outcome<FormOptions>> {
  return acts.read(actor, async (readers) => {
    const now = clock.now();
    const today = dateInHanoi(now);
    const admitted = await admitGeneral({ readers, now }, actor, { action: 'see-people' });
    if (!admitted.ok) return admitted;
    const { personId } = admitted.value;
    const units = await readers.people.listUnits();
    const candidates = await candidatesOf(readers);
    const deciders = LEVELS.map((level) => ({
      level,
      people: decidersOf(candidates, { law, level, on: today, proposedBy: personId }),
    }));
    return permit({
      ...lawOptions(law, today),
      units: units.map(({ id, name }) => ({ unitId: id, name })),
      deciders,
    });
  });
}
