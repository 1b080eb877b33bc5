import * as contract from '../../contract/registry.ts';
import * as transfer from '../../contract/transfer.ts';
import type { Parts } from '../ports/parts.ts';
import { issue } from '../registry/issue.ts';
import { listLines } from '../registry/list-lines.ts';
import { printBook } from '../registry/print-book.ts';
import { receive } from '../registry/receive.ts';
import { voidNumber } from '../registry/void-number.ts';
import { handOver, send } from '../transfer/hand-over.ts';
import { takeBack } from '../transfer/take-back.ts';
import { type Route, route } from './route.ts';

export function registryRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.issueDocument, ({ params, body }, { actor }) =>
      issue(parts, actor, { ...params, ...body }),
    ),
    route(contract.receiveDocument, ({ body }, { actor }) => receive(parts, actor, body)),
    route(contract.voidNumber, ({ params, body }, { actor }) =>
      voidNumber(parts, actor, { ...params, ...body }),
    ),
    route(contract.listLines, ({ params, query }, { actor }) =>
      listLines(parts, actor, { ...params, ...query }),
    ),
    route(contract.printBook, ({ params }, { actor }) => printBook(parts, actor, params)),
    route(transfer.handOverCopy, ({ params, body }, { actor }) =>
      handOver(parts, actor, { ...params, ...body }),
    ),
    route(transfer.takeBackCopy, ({ params }, { actor }) => takeBack(parts, actor, params)),
    route(transfer.sendCopy, ({ params, body }, { actor }) =>
      send(parts, actor, { ...params, ...body }),
    ),
  ];
}
