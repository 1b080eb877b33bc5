/** Chuyển giao: a copy changes hands. */
import { z } from 'zod';
import { documentParams, idSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

const params = documentParams.extend({ copyId: idSchema });
const done = z.object({ copyId: idSchema });

/** To a person of the house, who signs for it. */
export const handOverCopy = endpoint({
  name: 'transfer.hand-over',
  method: 'POST',
  path: '/api/documents/:documentId/copies/:copyId/hand-over',
  params,
  body: z.object({ to: idSchema }),
  response: done,
});

/** To an outside recipient, under seal. */
export const sendCopy = endpoint({
  name: 'transfer.send',
  method: 'POST',
  path: '/api/documents/:documentId/copies/:copyId/send',
  params,
  body: z.object({ recipient: z.string().min(1).max(300) }),
  response: done,
});

/** Back to the registry, taken in by the clerk or keeper who asks. */
export const takeBackCopy = endpoint({
  name: 'transfer.return',
  method: 'POST',
  path: '/api/documents/:documentId/copies/:copyId/return',
  params,
  response: done,
});
