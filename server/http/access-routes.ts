import * as contract from '../../contract/access.ts';
import { grant, revoke } from '../access/grant.ts';
import { listDocuments } from '../access/list-documents.ts';
import { readPage } from '../access/read-page.ts';
import { viewDocument } from '../access/view-document.ts';
import type { Parts } from '../ports/parts.ts';
import { attach } from '../vault/attach.ts';
import { type Route, route } from './route.ts';

export function accessRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.listDocuments, ({ query }, { actor }) => listDocuments(parts, actor, query)),
    route(contract.viewDocument, ({ params }, { actor }) =>
      viewDocument(parts, actor, params.documentId),
    ),
    route(contract.readPage, ({ params }, { actor }) => readPage(parts, actor, params)),
    route(contract.attachFile, ({ params, file }, { actor }) =>
      attach(parts, actor, { ...params, file }),
    ),
    route(contract.grantAccess, ({ params, body }, { actor }) =>
      grant(parts, actor, { ...params, ...body }),
    ),
    route(contract.revokeGrant, ({ params }, { actor }) => revoke(parts, actor, params)),
  ];
}
