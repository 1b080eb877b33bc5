import * as contract from '../../../contract/watch/intake.ts';
import type { Parts } from '../../ports/parts.ts';
import { registerCollector, withdrawCollector } from '../../watch/intake/manage-collectors.ts';
import { setRetention } from '../../watch/intake/set-retention.ts';
import { takeParcel } from '../../watch/intake/take-parcel.ts';
import { viewIntake } from '../../watch/intake/view-intake.ts';
import { type Route, route } from '../route.ts';

export function intakeRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.registerCollector, ({ body }, { actor }) =>
      registerCollector(parts, actor, body),
    ),
    route(contract.withdrawCollector, ({ params }, { actor }) =>
      withdrawCollector(parts, actor, params),
    ),
    route(contract.takeParcel, ({ query, file }, { actor }) =>
      takeParcel(parts, actor, { file, acceptGap: query.acceptGap === 'yes' }),
    ),
    route(contract.setRetention, ({ body }, { actor }) => setRetention(parts, actor, body)),
    route(contract.viewIntake, (_, { actor }) => viewIntake(parts, actor)),
  ];
}
