/**
 * The milter wire: `u32 length · command letter · body`, the length counting the letter. Everything
 * that comes in is attacker-controlled; a length is judged before a byte of it is waited for.
 */
export type Packet = { readonly command: string; readonly body: Buffer };

/** The peer does not speak the protocol, or too much of it: the connection ends. */
export class BadPacket extends Error {}

const PREFIX_BYTES = 4;
const EMPTY = Buffer.alloc(0);

export function encodePacket(command: string, body: Uint8Array = EMPTY): Buffer {
  const head = Buffer.alloc(PREFIX_BYTES + 1);
  head.writeUInt32BE(1 + body.length, 0);
  head.write(command, PREFIX_BYTES, 'latin1');
  return Buffer.concat([head, body]);
}

/** Takes chunks as they come and gives back the packets completed by each. Throws `BadPacket`. */
export function packetReader(maxBytes: number): (chunk: Buffer) => Packet[] {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let neededBytes = PREFIX_BYTES;
  return (chunk) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    const packets: Packet[] = [];
    while (waitingBytes >= neededBytes) {
      const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
      const whole = PREFIX_BYTES + lengthOf(all, maxBytes);
      const rest = all.length < whole ? all : all.subarray(whole);
      if (all.length >= whole) packets.push(packetOf(all.subarray(PREFIX_BYTES, whole)));
      neededBytes = all.length < whole ? whole : PREFIX_BYTES;
      waiting = [rest];
      waitingBytes = rest.length;
    }
    return packets;
  };
}

function lengthOf(all: Buffer, maxBytes: number): number {
  const length = all.readUInt32BE(0);
  if (length === 0 || length > maxBytes) throw new BadPacket('a length that no packet has');
  return length;
}

function packetOf(bytes: Buffer): Packet {
  return { command: bytes.toString('latin1', 0, 1), body: bytes.subarray(1) };
}
