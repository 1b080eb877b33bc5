/** Pulls lines and byte counts out of a stream, each within a bound that the caller names. */

/** The peer does not speak the protocol, or too much of it: the connection ends. */
export class BadIcap extends Error {
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

const LF = 10;

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** False at the end of the stream. */
  async #fill(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#waiting =
      this.#waiting.length > 0 ? Buffer.concat([this.#waiting, value]) : asBuffer(value);
    return true;
  }

  /** Waits for a first byte; false when the stream ends before it. */
  async waits(): Promise<boolean> {
    return this.#waiting.length > 0 || (await this.#fill());
  }

  /** One line as latin1 without its end; null when the stream ended before it began. */
  async line(maxBytes: number): Promise<string | null> {
    for (;;) {
      const end = this.#waiting.indexOf(LF);
      if (end > maxBytes || (end < 0 && this.#waiting.length > maxBytes))
        throw new BadIcap(400, 'a line that is too long');
      if (end >= 0) {
        const line = this.#waiting.toString('latin1', 0, end);
        this.#waiting = this.#waiting.subarray(end + 1);
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      if (await this.#fill()) continue;
      if (this.#waiting.length === 0) return null;
      throw new BadIcap(400, 'the stream ended within a line');
    }
  }

  /** Hands over `count` bytes piece by piece as they come; none is kept here. */
  async pieces(count: number, take: (piece: Buffer) => void): Promise<void> {
    let left = count;
    while (left > 0) {
      if (this.#waiting.length === 0 && !(await this.#fill()))
        throw new BadIcap(400, 'the stream ended within a body');
      const piece = this.#waiting.subarray(0, left);
      this.#waiting = this.#waiting.subarray(piece.length);
      left -= piece.length;
      take(piece);
    }
  }

  /** The caller has judged `count`. */
  async exactly(count: number): Promise<Buffer> {
    const whole = Buffer.alloc(count);
    let at = 0;
    await this.pieces(count, (piece) => {
      at += piece.copy(whole, at);
    });
    return whole;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
