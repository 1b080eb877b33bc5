import * as contract from '../../contract/evidence.ts';
import { addEvidence } from '../evidence/add.ts';
import { compareEvidence } from '../evidence/compare.ts';
import { acceptEvidence, declineEvidence, offerEvidence } from '../evidence/custody.ts';
import { keepPicture } from '../evidence/keep-picture.ts';
import { packageEvidence } from '../evidence/package.ts';
import { preserveEvidence } from '../evidence/preserve.ts';
import { stampEvidence } from '../evidence/stamp.ts';
import { viewCustody } from '../evidence/view-custody.ts';
import { viewPage } from '../evidence/view-page.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function evidenceRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.viewCustody, ({ params }, { actor }) => viewCustody(parts, actor, params)),
    route(contract.addEvidence, ({ params, query, file }, { actor }) =>
      addEvidence(parts, actor, { ...params, ...query, file }),
    ),
    route(contract.viewPage, ({ params }, { actor }) => viewPage(parts, actor, params)),
    route(contract.compareEvidence, ({ params }, { actor }) =>
      compareEvidence(parts, actor, params),
    ),
    route(contract.preserveEvidence, ({ params }, { actor }) =>
      preserveEvidence(parts, actor, params),
    ),
    route(contract.keepPicture, ({ params }, { actor }) => keepPicture(parts, actor, params)),
    route(contract.stampEvidence, ({ params }, { actor }) => stampEvidence(parts, actor, params)),
    route(contract.offerEvidence, ({ params, body }, { actor }) =>
      offerEvidence(parts, actor, { ...params, ...body }),
    ),
    route(contract.acceptEvidence, ({ params }, { actor }) => acceptEvidence(parts, actor, params)),
    route(contract.declineEvidence, ({ params, body }, { actor }) =>
      declineEvidence(parts, actor, { ...params, ...body }),
    ),
    route(contract.packageEvidence, ({ params, body }, { actor }) =>
      packageEvidence(parts, actor, { ...params, ...body }),
    ),
  ];
}
