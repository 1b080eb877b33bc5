/** Entry of the process that brings up what a file hides. Runs only in the sandbox. */
import { readBeneath } from './beneath/beneath.ts';
import { serveOneFile } from './child-pipe.ts';

await serveOneFile(({ file }, send) => readBeneath(file, send));
