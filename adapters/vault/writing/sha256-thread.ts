/**
 * SHA-256 of large objects beside the cipher, on the second core: one thread for the process,
 * started by the first large object. Small ones are hashed where they are: cheaper than asking.
 */
import { Worker } from 'node:worker_threads';
import type { HashAnswer, HashRequest } from './sha256-worker.ts';

type Waiting = {
  readonly answer: (sha256: string | null) => void;
  readonly fail: (error: unknown) => void;
};

class HashThread {
  readonly #worker = new Worker(new URL('./sha256-worker.ts', import.meta.url));
  readonly #waiting: Waiting[] = [];
  readonly #lost: () => void;

  constructor(lost: () => void) {
    this.#lost = lost;
    this.#worker.unref();
    this.#worker.on('message', ({ sha256 }: HashAnswer) => this.#next()?.answer(sha256));
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('the hashing thread ended')));
  }

  ask(request: HashRequest): Promise<string | null> {
    const asked = new Promise<string | null>((answer, fail) => {
      this.#waiting.push({ answer, fail });
    });
    // The process lives while somebody waits, and ends with an idle thread.
    this.#worker.ref();
    this.#worker.postMessage(request);
    return asked;
  }

  #next(): Waiting | undefined {
    const next = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    return next;
  }

  #failAll(error: unknown): void {
    this.#lost();
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }
}

let running: HashThread | null = null;
let streams = 0;

function thread(): HashThread {
  running ??= new HashThread(() => {
    running = null;
  });
  return running;
}

/** One object's hash. Calls are answered in order, so the caller may ask ahead. */
export class ThreadedSha256 {
  readonly #stream = ++streams;
  readonly #thread = thread();

  /** `bytes` is a view of shared memory that stays as it is until this resolves. */
  async update(bytes: Uint8Array<SharedArrayBuffer>): Promise<void> {
    await this.#thread.ask({ stream: this.#stream, bytes });
  }

  /** Ends the stream, also one that nobody wants any more. Hexadecimal. */
  async digest(): Promise<string> {
    return (await this.#thread.ask({ stream: this.#stream, bytes: null })) ?? '';
  }
}
