import * as contract from '../../contract/vault.ts';
import type { Parts } from '../ports/parts.ts';
import { giveShare, sealVault, vaultStatus } from '../vault/custody.ts';
import { type Route, route } from './route.ts';

export function vaultRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.vaultStatus, () => vaultStatus(parts)),
    route(contract.giveShare, ({ body }, { actor }) => giveShare(parts, actor, body.share)),
    route(contract.sealVault, (_, { actor }) => sealVault(parts, actor)),
  ];
}
