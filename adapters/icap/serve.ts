/**
 * The ICAP door (RFC 3507): a web proxy such as Squid hands over each upload before it lets it out.
 * The port `CheckPassing` answers; compose listens and limits who may connect.
 */
import type { Duplex } from 'node:stream';
import { failed } from './answers.ts';
import { BadIcap, ByteReader } from './byte-reader.ts';
import { exchange, type IcapOptions } from './exchange.ts';
import { readHead } from './head.ts';

/** A message must be here whole within this time of its first line: slow clients hold a place. */
const RECEIVE_MS = 120_000;

/** Ends when the peer does, or after the first message that breaks the protocol. */
export async function serveIcap(
  stream: Duplex,
  options: IcapOptions & { readonly receiveMs?: number },
): Promise<void> {
  const write = (bytes: Buffer): Promise<void> =>
    // Also comes back when the peer is gone: the next reading then ends.
    new Promise((resolve) => stream.write(bytes, () => resolve()));
  const wire = { reader: new ByteReader(stream as AsyncIterable<Buffer>), write };
  try {
    for (;;) {
      if (!(await wire.reader.waits())) return;
      const late = setTimeout(() => stream.destroy(), options.receiveMs ?? RECEIVE_MS);
      try {
        const head = await readHead(wire.reader);
        if (head === null) return;
        await exchange({ head, received: () => clearTimeout(late) }, wire, options);
      } finally {
        clearTimeout(late);
      }
    }
  } catch (reason) {
    if (!(reason instanceof BadIcap)) throw reason;
    await write(failed(reason.status, options));
  } finally {
    stream.destroy();
  }
}
