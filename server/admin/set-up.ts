/**
 * First-run set-up: agency, units, head, registrar, administrator, custodians and the vault, in one
 * act, once. The caller is whoever stands at the machine while no agency exists.
 *
 * The vault's key is made inside the lane of acts, where no second set-up can run, after every
 * check. Should the act then fail, a sealed vault without objects is left whose shares nobody
 * holds; the next set-up replaces it.
 */
import type { z } from 'zod';
import type { setUpOptions as optionsContract, SetUpPlan } from '../../contract/admin.ts';
import { type CalendarDate, dateInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { normaliseLogin } from '../../core/person/account.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { checkPlan } from './check-plan.ts';
import { custodiansOf, type Member, membersOf } from './members.ts';

type SetUpParts = Pick<Parts, 'acts' | 'clock' | 'law' | 'passwords' | 'randomness' | 'seal'>;
type Registered = Member & { readonly id: string; readonly passwordHash: string };
type Share = { readonly custodian: { personId: string; fullName: string }; readonly share: string };

export type SetUpDone = { agencyId: string; threshold: number; shares: Share[] };

const CONSOLE: Actor = { kind: 'console' };

function readinessRows({ id, ready }: Registered, newId: () => string): readonly RowChange[] {
  if (!ready) return [];
  const { clearance, commitment, training } = ready;
  const date = (typed: string) => typed as CalendarDate; // Checked with the plan.
  return [
    put('clearance', {
      id: newId(),
      personId: id,
      level: clearance.level,
      decisionNo: clearance.decisionNo,
      fromOn: date(clearance.fromOn),
      untilOn: clearance.untilOn === null ? null : date(clearance.untilOn),
    }),
    put('commitment', {
      id: newId(),
      personId: id,
      signedOn: date(commitment.signedOn),
      untilOn: date(commitment.untilOn),
    }),
    put('training', {
      id: newId(),
      personId: id,
      course: training.course,
      passedOn: date(training.passedOn),
      untilOn: date(training.untilOn),
    }),
  ];
}

type MemberContext = {
  readonly plan: SetUpPlan;
  readonly unitIds: readonly string[];
  readonly newId: () => string;
};

function memberRows(member: Registered, context: MemberContext): readonly RowChange[] {
  const { plan, unitIds, newId } = context;
  const { id, person, legalPost, duties, passwordHash } = member;
  return [
    put('person', {
      id,
      login: normaliseLogin(person.login),
      fullName: person.fullName,
      positionTitle: person.positionTitle,
      unitId: unitIds[person.unit] ?? '',
      legalPost,
      status: 'active',
    }),
    put('credential', { id, passwordHash, mustChange: true }),
    ...duties.map((duty) =>
      put('assignment', {
        id: newId(),
        personId: id,
        duty,
        decisionNo: plan.duties.decisionNo,
        fromOn: plan.duties.fromOn as CalendarDate, // Checked with the plan.
        untilOn: null,
      }),
    ),
    ...readinessRows(member, newId),
  ];
}

function houseRows(
  plan: SetUpPlan,
  members: readonly Registered[],
  { agencyId, newId }: { readonly agencyId: string; readonly newId: () => string },
): readonly RowChange[] {
  const unitIds = plan.units.map(() => newId());
  return [
    put('agency', { id: agencyId, ...plan.agency, demo: false }),
    ...plan.units.map((name, index) =>
      put('unit', { id: unitIds[index] ?? '', name, parentId: null }),
    ),
    ...members.flatMap((member) => memberRows(member, { plan, unitIds, newId })),
  ];
}

/** One after the other: each hash fills 64 MiB of memory. */
async function registerAll(
  { passwords, randomness }: SetUpParts,
  plan: SetUpPlan,
): Promise<readonly Registered[]> {
  const members: Registered[] = [];
  for (const member of membersOf(plan)) {
    const passwordHash = await passwords.hash(member.person.password);
    members.push({ ...member, id: randomness.id(), passwordHash });
  }
  return members;
}

export async function setUp(parts: SetUpParts, plan: SetUpPlan): Promise<Outcome<SetUpDone>> {
  const { acts, clock, law, seal } = parts;
  const agency = await acts.read(CONSOLE, ({ people }) => people.loadAgency());
  // Before any work: the door stays open to strangers, who must not keep the machine busy.
  if (agency) return refuse({ code: 'setup-already-done' });
  const refusals = checkPlan({ plan, law, today: dateInHanoi(clock.now()) });
  if (refusals.length > 0) return { ok: false, refusals };
  const members = await registerAll(parts, plan);
  const custodians = custodiansOf(plan, members) as readonly Registered[];
  return acts.perform<SetUpDone>(CONSOLE, { verb: 'admin.set-up' }, async (world) => {
    if (await world.all.people.loadAgency()) return refuse({ code: 'setup-already-done' });
    const { threshold } = plan;
    const sharePlan = { threshold, shares: custodians.length };
    const made = await seal.initialise(sharePlan, { replaceUnused: true });
    if (!made.ok) return made;
    const agencyId = world.newId();
    const shares = custodians.map(({ id, person }, index) => ({
      custodian: { personId: id, fullName: person.fullName },
      share: made.value[index] ?? '',
    }));
    return permit({
      facts: { people: members.length, units: plan.units.length, ...sharePlan },
      rows: houseRows(plan, members, { agencyId, newId: () => world.newId() }),
      value: { agencyId, threshold, shares },
    });
  });
}

export async function setUpOptions({
  law,
}: Pick<Parts, 'law'>): Promise<Outcome<z.output<typeof optionsContract.response>>> {
  const legalPosts = law.posts.map(({ code, vi, en, group }) => ({ code, vi, en, group }));
  return permit({ legalPosts });
}
