/**
 * Speaks with the browser over two pipes: the DevTools protocol as JSON messages, each ended by a
 * zero byte (`--remote-debugging-pipe`). No port is opened, so nobody else can speak with it.
 */
import type { Readable, Writable } from 'node:stream';

export type Params = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;
export type BrowserEvent = { readonly method: string; readonly params: Answer };

export class BrowserGone extends Error {
  override readonly name = 'BrowserGone';
}

type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message?: string };
};

/** A picture is the longest message. */
const MOST_BYTES = 200_000_000;

export class BrowserPipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #pieces: Buffer[] = [];
  #length = 0;
  #last = 0;
  onEvent: (event: BrowserEvent) => void = () => {};

  constructor(out: Writable, into: Readable) {
    this.#out = out;
    out.on('error', () => this.end());
    into.on('data', (piece: Buffer) => this.#take(piece));
    into.on('close', () => this.end());
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Answer> {
    this.#last += 1;
    const id = this.#last;
    const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#out.write(`${JSON.stringify(message)}\0`);
    });
  }

  /** Whoever still waits learns that no answer will come. */
  end(): void {
    for (const { reject } of this.#waiting.values()) reject(new BrowserGone('the browser is gone'));
    this.#waiting.clear();
  }

  #take(piece: Buffer): void {
    let from = 0;
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, from)) {
      const whole = Buffer.concat([...this.#pieces, piece.subarray(from, end)]);
      this.#pieces = [];
      this.#length = 0;
      from = end + 1;
      this.#hear(JSON.parse(whole.toString('utf8')) as Message);
    }
    const rest = piece.subarray(from);
    this.#length += rest.length;
    if (this.#length > MOST_BYTES) this.end();
    else if (rest.length > 0) this.#pieces.push(rest);
  }

  #hear({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined) this.onEvent({ method, params: params ?? {} });
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new BrowserGone(error.message ?? 'refused'));
    else waiting?.resolve(result ?? {});
  }
}
