/** Entry of the process that takes one mail message apart. Runs only in the sandbox. */
import { serveOneFile } from './child-pipe.ts';
import { readMessage } from './message/message.ts';

await serveOneFile(({ file }, send) => readMessage(file, send));
