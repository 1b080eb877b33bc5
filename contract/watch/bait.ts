/**
 * Tài liệu mồi: a document made to be found if it leaks. Only the competent person who marked it,
 * and whom that person told, ever learn that it is one.
 */
import { z } from 'zod';
import { documentLineSchema, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const params = z.object({ documentId: idSchema });

export const markBait = endpoint({
  name: 'watch.mark-bait',
  method: 'POST',
  path: '/api/documents/:documentId/bait',
  params,
  response: z.object({ documentId: idSchema }),
});

/** Somebody who sees the document anyway; only by who marked it. */
export const tellBait = endpoint({
  name: 'watch.tell-bait',
  method: 'POST',
  path: '/api/documents/:documentId/bait/tell',
  params,
  body: z.object({ personId: idSchema }),
  response: z.object({ documentId: idSchema }),
});

/** Empty for nearly everybody. */
export const listBaits = endpoint({
  name: 'watch.baits',
  method: 'GET',
  path: '/api/watch/baits',
  response: z.object({
    baits: z.array(
      z.object({ document: documentLineSchema, toldAt: instantSchema, mayTell: z.boolean() }),
    ),
  }),
});
