/** Entry of the process that turns one captured file into articles. Runs only in the sandbox. */
import { readArticles } from './article/articles.ts';
import { serveOneFile } from './child-pipe.ts';

await serveOneFile(({ file, request }, send) =>
  readArticles({ name: String(request.fileName ?? ''), bytes: file }, send),
);
