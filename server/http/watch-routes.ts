import * as baits from '../../contract/watch/bait.ts';
import * as lists from '../../contract/watch/lists.ts';
import * as tracing from '../../contract/watch/trace.ts';
import * as contract from '../../contract/watch/watch.ts';
import * as wordings from '../../contract/watch/wording.ts';
import type { Parts } from '../ports/parts.ts';
import { listBaits, markBait, tellBait } from '../watch/bait.ts';
import { confirmMatch } from '../watch/confirm-match.ts';
import { dismissMatch } from '../watch/dismiss-match.ts';
import { doubtMatch } from '../watch/doubt-match.ts';
import { findEmbargoBroken } from '../watch/find-embargo-broken.ts';
import { importArticles } from '../watch/import-articles.ts';
import { listMatches } from '../watch/list-matches.ts';
import { addPublic, previewPublic, previewPublicFile } from '../watch/lists/add-public.ts';
import { confirmPublic, removePublic } from '../watch/lists/judge-public.ts';
import { viewLists, viewPublic } from '../watch/lists/view-lists.ts';
import { keepVariant } from '../watch/tracing/keep-variant.ts';
import { traceMatch } from '../watch/tracing/trace.ts';
import { viewMatch } from '../watch/view-match.ts';
import { listWordings } from '../watch/wording/list-wordings.ts';
import { withdrawWording } from '../watch/wording/withdraw-wording.ts';
import { type Route, route } from './route.ts';

export function watchRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.importArticles, ({ query, file }, { actor }) =>
      importArticles(parts, actor, { ...query, file }),
    ),
    route(contract.listMatches, ({ query }, { actor }) => listMatches(parts, actor, query)),
    route(contract.viewMatch, ({ params }, { actor }) => viewMatch(parts, actor, params)),
    route(contract.confirmMatch, ({ params, body }, { actor }) =>
      confirmMatch(parts, actor, { ...params, ...body }),
    ),
    route(contract.dismissMatch, ({ params, body }, { actor }) =>
      dismissMatch(parts, actor, { ...params, ...body }),
    ),
    route(contract.doubtMatch, ({ params, body }, { actor }) =>
      doubtMatch(parts, actor, { ...params, ...body }),
    ),
    route(contract.findEmbargoBroken, ({ params, body }, { actor }) =>
      findEmbargoBroken(parts, actor, { ...params, ...body }),
    ),
    ...deskRoutes(parts),
    ...listRoutes(parts),
  ];
}

function listRoutes(parts: Parts): readonly Route[] {
  return [
    route(lists.viewLists, (_, { actor }) => viewLists(parts, actor)),
    route(lists.viewPublic, ({ params }, { actor }) => viewPublic(parts, actor, params)),
    route(lists.previewPublic, ({ body }, { actor }) => previewPublic(parts, actor, body)),
    route(lists.previewPublicFile, ({ file }, { actor }) =>
      previewPublicFile(parts, actor, { file }),
    ),
    route(lists.addPublic, ({ body }, { actor }) => addPublic(parts, actor, body)),
    route(lists.confirmPublic, ({ params }, { actor }) => confirmPublic(parts, actor, params)),
    route(lists.removePublic, ({ params, body }, { actor }) =>
      removePublic(parts, actor, { ...params, ...body }),
    ),
  ];
}

function deskRoutes(parts: Parts): readonly Route[] {
  return [
    route(wordings.listWordings, (_, { actor }) => listWordings(parts, actor)),
    route(wordings.withdrawWording, ({ params, body }, { actor }) =>
      withdrawWording(parts, actor, { ...params, ...body }),
    ),
    route(baits.listBaits, (_, { actor }) => listBaits(parts, actor)),
    route(baits.markBait, ({ params }, { actor }) => markBait(parts, actor, params)),
    route(baits.tellBait, ({ params, body }, { actor }) =>
      tellBait(parts, actor, { ...params, ...body }),
    ),
    route(tracing.keepVariant, ({ params, file }, { actor }) =>
      keepVariant(parts, actor, { ...params, file }),
    ),
    route(tracing.traceCopies, ({ params }, { actor }) => traceMatch(parts, actor, params)),
  ];
}
