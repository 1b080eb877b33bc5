import * as contract from '../../contract/ledger.ts';
import { exportLedger, readBundle } from '../ledger/export.ts';
import { ledgerHead } from '../ledger/head.ts';
import { listEntries } from '../ledger/list-entries.ts';
import { proveEntry } from '../ledger/prove-entry.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function ledgerRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.listEntries, ({ query }, { actor }) => listEntries(parts, actor, query)),
    route(contract.ledgerHead, (_, { actor }) => ledgerHead(parts, actor)),
    route(contract.proveEntry, ({ params }, { actor }) => proveEntry(parts, actor, params.index)),
    route(contract.exportLedger, (_, { actor }) => exportLedger(parts, actor)),
    route(contract.readBundle, ({ params, query }, { actor }) =>
      readBundle(parts, actor, { ...params, ...query }),
    ),
  ];
}
