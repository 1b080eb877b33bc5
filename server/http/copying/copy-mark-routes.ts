import * as contract from '../../../contract/copying/copy-marks.ts';
import { turnMarksOff, turnMarksOn, viewMarks } from '../../copying/turn-marks.ts';
import { listMarkReadings } from '../../incident/mark/list-mark-readings.ts';
import { readMark } from '../../incident/mark/read-mark.ts';
import {
  declineMarkReading,
  requestMarkReading,
} from '../../incident/mark/request-mark-reading.ts';
import type { Parts } from '../../ports/parts.ts';
import { type Route, route } from '../route.ts';

export function copyMarkRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.viewMarks, ({ params }, { actor }) => viewMarks(parts, actor, params)),
    route(contract.turnMarksOn, ({ params }, { actor }) => turnMarksOn(parts, actor, params)),
    route(contract.turnMarksOff, ({ params }, { actor }) => turnMarksOff(parts, actor, params)),
    route(contract.listMarkReadings, ({ params }, { actor }) =>
      listMarkReadings(parts, actor, params),
    ),
    route(contract.requestMarkReading, ({ params, query, file }, { actor }) =>
      requestMarkReading(parts, actor, { ...params, ...query, file }),
    ),
    route(contract.declineMarkReading, ({ params, body }, { actor }) =>
      declineMarkReading(parts, actor, { ...params, ...body }),
    ),
    route(contract.readMark, ({ params }, { actor }) => readMark(parts, actor, params)),
  ];
}
