import * as contract from '../../../contract/copying/copying.ts';
import { allowCopying, withdrawCopying } from '../../copying/allow-copying.ts';
import { listPermits } from '../../copying/list-permits.ts';
import { printCopy } from '../../copying/print-copy.ts';
import type { Parts } from '../../ports/parts.ts';
import { type Route, route } from '../route.ts';

export function copyingRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.listPermits, ({ params }, { actor }) => listPermits(parts, actor, params)),
    route(contract.allowCopying, ({ params, body }, { actor }) =>
      allowCopying(parts, actor, { ...params, ...body }),
    ),
    route(contract.withdrawCopying, ({ params }, { actor }) =>
      withdrawCopying(parts, actor, params),
    ),
    route(contract.printCopy, ({ params }, { actor }) => printCopy(parts, actor, params)),
  ];
}
