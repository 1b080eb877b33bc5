/** What anybody may know before signing in. People are named only in the invented demo agency. */
import type { z } from 'zod';
import type { frontDoor as contract } from '../../contract/identity.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Parts } from '../ports/parts.ts';

export type FrontDoor = z.output<typeof contract.response>;

/** Printed on the demo's own sign-in page; no other agency has such a password. */
export const DEMO_PASSWORD = 'niem-phong-demo';

export async function frontDoor({
  acts,
  seal,
}: Pick<Parts, 'acts' | 'seal'>): Promise<Outcome<FrontDoor>> {
  return acts.read({ kind: 'clock' }, async ({ people }) => {
    const agency = await people.loadAgency();
    const isDemo = agency?.demo ?? false;
    const files = isDemo ? await people.listPeople() : [];
    return permit({
      agencyName: agency?.name ?? null,
      isSetUp: agency !== null,
      isDemo,
      vault: seal.status().state,
      demoPeople: files.map(({ person, assignments }) => ({
        login: person.login,
        fullName: person.fullName,
        positionTitle: person.positionTitle,
        duties: assignments.map(({ duty }) => duty as FrontDoor['demoPeople'][number]['duties'][0]),
      })),
      demoPassword: isDemo ? DEMO_PASSWORD : null,
    });
  });
}
