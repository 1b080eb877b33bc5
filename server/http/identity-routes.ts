import * as contract from '../../contract/identity.ts';
import { epochMs } from '../../core/common/calendar-date.ts';
import { permit } from '../../core/common/refusal.ts';
import { frontDoor } from '../identity/front-door.ts';
import { changePassword, signOut, whoAmI } from '../identity/me.ts';
import { type SignedIn, signIn } from '../identity/sign-in.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function identityRoutes(parts: Parts): readonly Route[] {
  return [
    {
      ...route(contract.signIn, async ({ body }) => {
        const signed = await signIn(parts, body);
        if (!signed.ok) return signed;
        const { personId, token } = signed.value;
        const me = await whoAmI(parts, { kind: 'person', personId });
        // The token rides along to the cookie; the contract filters it from the answer.
        return me.ok ? permit({ ...me.value, token }) : me;
      }),
      cookie: ({ token }: SignedIn) => ({ token }),
    } as Route,
    {
      ...route(contract.signOut, (_, { actor, tokenHash }) => signOut(parts, actor, tokenHash)),
      cookie: () => ({ token: null }),
    },
    route(contract.whoAmI, async (_, { actor, sessionEndsAt }) => {
      const me = await whoAmI(parts, actor);
      if (!me.ok) return me;
      const leftMs = sessionEndsAt ? epochMs(sessionEndsAt) - epochMs(parts.clock.now()) : null;
      const secondsLeft = leftMs === null ? null : Math.max(0, Math.floor(leftMs / 1_000));
      return permit({ ...me.value, secondsLeft });
    }),
    route(contract.changePassword, ({ body }, { actor, tokenHash }) =>
      changePassword(parts, actor, { ...body, tokenHash }),
    ),
    route(contract.frontDoor, () => frontDoor(parts)),
  ];
}
