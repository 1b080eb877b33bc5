import * as contract from '../../contract/admin.ts';
import { setUp, setUpOptions } from '../admin/set-up.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function adminRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.setUp, ({ body }) => setUp(parts, body)),
    route(contract.setUpOptions, () => setUpOptions(parts)),
  ];
}
