/** Entry of the process that turns one file into text. Runs only inside the sandbox. */
import { serveOneFile } from './child-pipe.ts';
import { extract } from './text/extraction.ts';

const count = (found: unknown, least: number): number =>
  typeof found === 'number' && Number.isSafeInteger(found) && found > least ? found : least;

await serveOneFile(({ file, request }, send) =>
  extract({ file, from: count(request.from, 0), most: count(request.most, 1) }, send),
);
