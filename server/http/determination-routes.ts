import * as contract from '../../contract/determination.ts';
import { determine, findNotSecret, returnToDrafter } from '../determination/decide.ts';
import { draft } from '../determination/draft.ts';
import { propose } from '../determination/propose.ts';
import { giveUp, revise } from '../determination/revise.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function determinationRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.draftDocument, ({ body }, { actor }) => draft(parts, actor, body)),
    route(contract.reviseDraft, ({ params, body }, { actor }) =>
      revise(parts, actor, { ...params, proposal: body }),
    ),
    route(contract.proposeLevel, ({ params, body }, { actor }) =>
      propose(parts, actor, { ...params, ...body }),
    ),
    route(contract.determineLevel, ({ params }, { actor }) =>
      determine(parts, actor, params.documentId),
    ),
    route(contract.returnProposal, ({ params, body }, { actor }) =>
      returnToDrafter(parts, actor, { ...params, ...body }),
    ),
    route(contract.findNotSecret, ({ params, body }, { actor }) =>
      findNotSecret(parts, actor, { ...params, ...body }),
    ),
    route(contract.giveUpDraft, ({ params, body }, { actor }) =>
      giveUp(parts, actor, { ...params, ...body }),
    ),
  ];
}
