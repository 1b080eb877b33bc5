/** Signing in and out, and who I am. */
import { z } from 'zod';
import { DUTIES } from '../core/person/duty.ts';
import { idSchema, levelSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

export const meSchema = z.object({
  personId: idSchema,
  fullName: z.string(),
  positionTitle: z.string(),
  legalPost: z.string().nullable(),
  duties: z.array(z.enum(DUTIES)),
  clearance: levelSchema.nullable(),
  mustChangePassword: z.boolean(),
});
export type Me = z.output<typeof meSchema>;

export const signIn = endpoint({
  name: 'identity.sign-in',
  method: 'POST',
  path: '/api/sign-in',
  body: z.object({ login: z.string().max(100), password: z.string().max(200) }),
  response: meSchema,
  open: true,
});

export const signOut = endpoint({
  name: 'identity.sign-out',
  method: 'POST',
  path: '/api/sign-out',
  beforePasswordChange: true,
  response: z.object({}),
});

export const whoAmI = endpoint({
  name: 'identity.me',
  method: 'GET',
  path: '/api/me',
  beforePasswordChange: true,
  response: meSchema.extend({
    /** Until the session ends by itself, as it stands now; null where there is none. */
    secondsLeft: z.number().int().nonnegative().nullable(),
  }),
});

export const changePassword = endpoint({
  name: 'identity.change-password',
  method: 'POST',
  path: '/api/me/password',
  beforePasswordChange: true,
  body: z.object({ current: z.string().max(200), next: z.string().max(200) }),
  response: z.object({}),
});

/** What the screens need before anybody has signed in. Names people only in the demo agency. */
export const frontDoor = endpoint({
  name: 'identity.front-door',
  method: 'GET',
  path: '/api/front-door',
  response: z.object({
    agencyName: z.string().nullable(),
    /** False until the first-run wizard is done. */
    isSetUp: z.boolean(),
    isDemo: z.boolean(),
    vault: z.enum(['absent', 'sealed', 'open']),
    /** Sign-ins of the invented people; empty outside the demo. */
    demoPeople: z.array(
      z.object({
        login: z.string(),
        fullName: z.string(),
        positionTitle: z.string(),
        duties: z.array(z.enum(DUTIES)),
      }),
    ),
    demoPassword: z.string().nullable(),
  }),
  open: true,
});
