/**
 * Entry of the process that reads a copy mark: it gets the document and, behind it, the suspect
 * picture, and tells nothing but numbers. Runs only in the sandbox, with the canvas addon.
 */
import { serveOneFile } from './child-pipe.ts';
import { readCopyMark } from './page/read-copy-mark.ts';

await serveOneFile(async ({ file, request }, send) => {
  const documentBytes = Number(request.documentBytes);
  const [document, suspect] = [file.subarray(0, documentBytes), file.subarray(documentBytes)];
  await send({
    type: 'copy-mark',
    ...(await readCopyMark(document, suspect, Number(request.page))),
  });
});
