/** The verbs of the house as the terminal calls them; the socket has tests of its own. */
import assert from 'node:assert/strict';
import type { Endpoint } from '../../contract/endpoint.ts';
import { problemOf } from '../../server/http/problem.ts';
import type { Route } from '../../server/http/route.ts';

export const answering =
  (routes: readonly Route[]) => async (endpoint: Endpoint, request: object) => {
    const found = routes.find((one) => one.endpoint.name === endpoint.name);
    assert.ok(found);
    const caller = { actor: { kind: 'console' }, tokenHash: null } as const;
    const outcome = await found.handle(request as never, caller);
    return outcome.ok ? { value: outcome.value } : { problem: problemOf(outcome.refusals) };
  };
