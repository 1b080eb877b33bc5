/** Entry of the process that turns one file into text. Runs only inside the sandbox. */
import { serveOneFile } from './child-pipe.ts';
import { extract } from './text/extraction.ts';

await serveOneFile(({ file }, send) => extract(file, send));
