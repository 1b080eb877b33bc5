/**
 * The other side of `sha256-thread.ts`: hashes ciphertext on a core of its own. It sees no key and
 * no plain byte.
 */
import { createHash, type Hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/** `bytes` is shared memory, untouched by the sender until the answer. Null: the last question. */
export type HashRequest = { readonly stream: number; readonly bytes: Uint8Array | null };

/** Answers come in the order of the requests; `sha256` only with the last of a stream. */
export type HashAnswer = { readonly sha256: string | null };

const streams = new Map<number, Hash>();

function answer({ stream, bytes }: HashRequest): HashAnswer {
  const hash = streams.get(stream) ?? createHash('sha256');
  if (bytes) {
    streams.set(stream, hash.update(bytes));
    return { sha256: null };
  }
  streams.delete(stream);
  return { sha256: hash.digest('hex') };
}

parentPort?.on('message', (request: HashRequest) => parentPort?.postMessage(answer(request)));
