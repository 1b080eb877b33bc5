/**
 * The milter door: Postfix (or Sendmail) hands over each message before it accepts it. The port
 * `CheckPassing` answers; compose listens and limits who may connect. A connection that breaks the
 * protocol is cut, and the mail server falls back on its `milter_default_action`.
 */
import type { Duplex } from 'node:stream';
import { converse, type MilterOptions } from './conversation.ts';
import { BadPacket, packetReader } from './packets.ts';

/** A header line of Postfix has at most 100 kB, a chunk of the body 64 kB. */
const MOST_PACKET_BYTES = 1024 * 1024;

/** Ends when the peer does. One command at a time: while a check runs, nothing more is read. */
export async function serveMilter(stream: Duplex, options: MilterOptions): Promise<void> {
  const conversation = converse(options);
  const read = packetReader(MOST_PACKET_BYTES);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (const packet of read(chunk)) {
        const answers = await conversation.answer(packet);
        if (answers === null) return;
        for (const each of answers) await written(stream, each);
      }
    }
  } catch (reason) {
    if (!(reason instanceof BadPacket)) throw reason;
  } finally {
    conversation.end();
    stream.destroy();
  }
}

/** Also comes back when the peer is gone: the next reading then ends. */
function written(stream: Duplex, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => stream.write(bytes, () => resolve()));
}
