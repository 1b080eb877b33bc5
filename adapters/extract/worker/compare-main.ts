/**
 * Entry of the process that compares one document with one public text: it gets the document and,
 * behind it, the text, both as UTF-16, so that places mean the same on both sides of the pipe.
 */
import { comparePair } from '../../../core/match/pair/compare-pair.ts';
import { serveOneFile } from './child-pipe.ts';

await serveOneFile(async ({ file, request }, send) => {
  const documentBytes = Number(request.documentBytes);
  const document = file.toString('utf16le', 0, documentBytes);
  const passages = comparePair(document, file.toString('utf16le', documentBytes));
  await send({ type: 'passages', passages });
});
