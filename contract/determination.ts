/** Xác định độ mật: draft, propose, decide. */
import { z } from 'zod';
import { documentParams, idSchema, proposalSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

const done = z.object({ documentId: idSchema });
const reason = z.object({ reason: z.string() });

export const draftDocument = endpoint({
  name: 'determination.draft',
  method: 'POST',
  path: '/api/documents/draft',
  body: proposalSchema,
  response: done,
});

export const reviseDraft = endpoint({
  name: 'determination.revise',
  method: 'POST',
  path: '/api/documents/:documentId/revise',
  params: documentParams,
  body: proposalSchema,
  response: done,
});

export const proposeLevel = endpoint({
  name: 'determination.propose',
  method: 'POST',
  path: '/api/documents/:documentId/propose',
  params: documentParams,
  body: z.object({ to: idSchema }),
  response: done,
});

export const determineLevel = endpoint({
  name: 'determination.determine',
  method: 'POST',
  path: '/api/documents/:documentId/determine',
  params: documentParams,
  response: done,
});

export const returnProposal = endpoint({
  name: 'determination.return',
  method: 'POST',
  path: '/api/documents/:documentId/return',
  params: documentParams,
  body: reason,
  response: done,
});

export const findNotSecret = endpoint({
  name: 'determination.find-not-secret',
  method: 'POST',
  path: '/api/documents/:documentId/find-not-secret',
  params: documentParams,
  body: reason,
  response: done,
});

export const giveUpDraft = endpoint({
  name: 'determination.give-up',
  method: 'POST',
  path: '/api/documents/:documentId/give-up',
  params: documentParams,
  body: reason,
  response: done,
});
