import * as contract from '../../contract/publication/publication.ts';
import * as calendar from '../../contract/publication/release.ts';
import * as asking from '../../contract/publication/request.ts';
import type { Parts } from '../ports/parts.ts';
import { checkFile, checkText } from '../publication/check.ts';
import { clearAmended } from '../publication/clear-amended.ts';
import { compareLoosely } from '../publication/compare-loosely.ts';
import { allowAppeal, appeal, clear, object, uphold, withdraw } from '../publication/decide.ts';
import { electionDays, listReleases, planElection } from '../publication/list-releases.ts';
import { listRecords, listRequests } from '../publication/list-requests.ts';
import { planMaterial } from '../publication/plan-material.ts';
import { planRelease } from '../publication/plan-release.ts';
import { recordPublication, viewDifference } from '../publication/record.ts';
import { cancelRelease, moveRelease, releaseNow } from '../publication/release.ts';
import { revise, submit } from '../publication/submit.ts';
import { takeFile } from '../publication/take-file.ts';
import { createTyping } from '../publication/typing.ts';
import { viewRequest } from '../publication/view-request.ts';
import { type Route, route } from './route.ts';

function checkRoutes(parts: Parts): readonly Route[] {
  const checkWhileTyping = createTyping(parts);
  return [
    route(contract.checkText, ({ body }, { actor }) => checkText(parts, actor, body)),
    route(contract.checkFile, ({ file }, { actor }) => checkFile(parts, actor, { file })),
    route(contract.compareLoosely, ({ body }, { actor }) => compareLoosely(parts, actor, body)),
    route(contract.checkWhileTyping, ({ body }, { actor }) => checkWhileTyping(actor, body)),
  ];
}

function askingRoutes(parts: Parts): readonly Route[] {
  return [
    route(asking.submitText, ({ body: { text, ...facts } }, { actor }) =>
      submit(parts, actor, { ...facts, words: { text } }),
    ),
    route(asking.submitFile, ({ query, file }, { actor }) =>
      submit(parts, actor, { ...query, words: { file } }),
    ),
    route(asking.reviseText, ({ params, body }, { actor }) =>
      revise(parts, actor, { ...params, words: body }),
    ),
    route(asking.withdrawRequest, ({ params }, { actor }) => withdraw(parts, actor, params)),
    route(asking.listRequests, ({ query }, { actor }) => listRequests(parts, actor, query)),
    route(asking.viewRequest, ({ params }, { actor }) => viewRequest(parts, actor, params)),
    route(asking.takeFile, ({ params }, { actor }) => takeFile(parts, actor, params)),
    route(asking.appealObjection, ({ params, body }, { actor }) =>
      appeal(parts, actor, { ...params, ...body }),
    ),
    route(asking.recordText, ({ params, body: { text, ...place } }, { actor }) =>
      recordPublication(parts, actor, { ...params, ...place, published: { text } }),
    ),
    route(asking.recordFile, ({ params, query: { fileName, ...place }, file }, { actor }) =>
      recordPublication(parts, actor, { ...params, ...place, published: { file, fileName } }),
    ),
    route(asking.viewDifference, ({ params }, { actor }) => viewDifference(parts, actor, params)),
    route(asking.listRecords, (_, { actor }) => listRecords(parts, actor)),
  ];
}

function decidingRoutes(parts: Parts): readonly Route[] {
  return [
    route(asking.clearRequest, ({ params, body }, { actor }) =>
      clear(parts, actor, { ...params, ...body }),
    ),
    route(asking.clearAmended, ({ params, body }, { actor }) =>
      clearAmended(parts, actor, { ...params, ...body }),
    ),
    route(asking.objectToRequest, ({ params, body }, { actor }) =>
      object(parts, actor, { ...params, ...body }),
    ),
    route(asking.allowAppeal, ({ params, body }, { actor }) =>
      allowAppeal(parts, actor, { ...params, ...body }),
    ),
    route(asking.upholdObjection, ({ params, body }, { actor }) =>
      uphold(parts, actor, { ...params, ...body }),
    ),
  ];
}

function calendarRoutes(parts: Parts): readonly Route[] {
  return [
    route(calendar.listReleases, (_, { actor }) => listReleases(parts, actor)),
    route(calendar.planRelease, ({ body }, { actor }) => planRelease(parts, actor, body)),
    route(calendar.planMaterial, ({ query, file }, { actor }) =>
      planMaterial(parts, actor, { ...query, file }),
    ),
    route(calendar.moveRelease, ({ params, body }, { actor }) =>
      moveRelease(parts, actor, { ...params, ...body }),
    ),
    route(calendar.releaseNow, ({ params }, { actor }) => releaseNow(parts, actor, params)),
    route(calendar.cancelRelease, ({ params, body }, { actor }) =>
      cancelRelease(parts, actor, { ...params, ...body }),
    ),
    route(calendar.electionDays, ({ query }, { actor }) => electionDays(parts, actor, query)),
    route(calendar.planElection, ({ body }, { actor }) => planElection(parts, actor, body)),
  ];
}

export function publicationRoutes(parts: Parts): readonly Route[] {
  return [
    ...checkRoutes(parts),
    ...askingRoutes(parts),
    ...decidingRoutes(parts),
    ...calendarRoutes(parts),
  ];
}
