import * as contract from '../../contract/watch.ts';
import type { Parts } from '../ports/parts.ts';
import { confirmMatch } from '../watch/confirm-match.ts';
import { dismissMatch } from '../watch/dismiss-match.ts';
import { doubtMatch } from '../watch/doubt-match.ts';
import { findEmbargoBroken } from '../watch/find-embargo-broken.ts';
import { importArticles } from '../watch/import-articles.ts';
import { listMatches } from '../watch/list-matches.ts';
import { viewMatch } from '../watch/view-match.ts';
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
  ];
}
