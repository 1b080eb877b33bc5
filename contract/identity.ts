/** Who is at the screen, and how the house stands: the first thing every screen asks. */
import { z } from 'zod';
import { DUTIES } from '../core/person/duty.ts';
import { endpoint } from './endpoint.ts';

export const viewerSchema = z.object({
  personId: z.string(),
  fullName: z.string(),
  positionTitle: z.string(),
  unitName: z.string(),
  /** Code of the legal post that gives power to decide; null for most people. */
  legalPost: z.string().nullable(),
  /** Duties in force today: they choose what the navigation shows, never what is allowed. */
  duties: z.array(z.enum(DUTIES)),
  mustChangePassword: z.boolean(),
});

export type Viewer = z.output<typeof viewerSchema>;

export const sessionSchema = z.object({
  /** Null until the first-run set-up is done. */
  agency: z.object({ name: z.string(), superiorName: z.string(), demo: z.boolean() }).nullable(),
  vault: z.enum(['sealed', 'open', 'not-set-up']),
  /** Null when nobody is signed in. */
  viewer: viewerSchema.nullable(),
  /** Invented people to sign in as; absent outside the demonstration. */
  demoPeople: z
    .array(
      z.object({
        login: z.string(),
        password: z.string(),
        fullName: z.string(),
        positionTitle: z.string(),
      }),
    )
    .optional(),
});

export type Session = z.output<typeof sessionSchema>;

export const session = endpoint({
  name: 'identity.session',
  method: 'GET',
  path: '/api/session',
  response: sessionSchema,
  open: true,
});

export const signIn = endpoint({
  name: 'identity.sign-in',
  method: 'POST',
  path: '/api/sign-in',
  body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(1000) }),
  response: sessionSchema,
  open: true,
});

export const signOut = endpoint({
  name: 'identity.sign-out',
  method: 'POST',
  path: '/api/sign-out',
  response: z.object({}),
});
