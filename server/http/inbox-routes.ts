import * as contract from '../../contract/inbox.ts';
import { listInbox } from '../inbox/list-inbox.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function inboxRoutes(parts: Parts): readonly Route[] {
  return [route(contract.inbox, (_, { actor }) => listInbox(parts, actor))];
}
