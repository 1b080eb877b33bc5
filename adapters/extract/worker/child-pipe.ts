/** The reading process's side of the pipe: takes one request and its file, sends answers. */
import { asFileStop } from './file-stop.ts';
import { encodeFrame } from './frames.ts';

export type Task = { readonly request: Readonly<Record<string, unknown>>; readonly file: Buffer };
export type Send = (header: object, body?: Uint8Array) => Promise<void>;

const EMPTY = new Uint8Array();
const PREFIX_BYTES = 8;

/** Runs `work` on the one task of this process; an error becomes a coded answer. */
export async function serveOneFile(work: (task: Task, send: Send) => Promise<void>): Promise<void> {
  try {
    await work(await takeTask(), send);
  } catch (error) {
    const { code, detail } = asFileStop(error);
    await send({ type: 'failure', code, ...(detail === undefined ? {} : { detail }) });
  }
  // Libraries may leave timers or unresolved promises behind; the answer has been sent.
  process.exit(0);
}

async function send(header: object, body: Uint8Array = EMPTY): Promise<void> {
  await new Promise<void>((done) => process.stdout.write(encodeFrame(header, body), () => done()));
}

/** The file lands in one buffer of the announced size, so that it is in memory only once. */
async function takeTask(): Promise<Task> {
  let head = Buffer.alloc(0);
  let task: Task | undefined;
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (task) {
      filled += chunk.copy(task.file, filled);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const fileAt = head.length < PREFIX_BYTES ? Infinity : PREFIX_BYTES + head.readUInt32BE(0);
    if (head.length < fileAt) continue;
    const request = JSON.parse(head.toString('utf8', PREFIX_BYTES, fileAt));
    task = { request, file: Buffer.allocUnsafeSlow(request.fileBytes) };
    filled = head.copy(task.file, 0, fileAt);
  }
  if (!task || filled !== task.file.length) throw new Error('the file did not arrive whole');
  return task;
}
