/**
 * The pipe between the server and a reading process: frames of
 * `u32 header bytes · u32 body bytes · header (JSON) · body`. Both lengths are checked before a
 * byte is kept, because on the server's side the sender may be a reader that a file took over.
 */
export type Frame = { readonly header: unknown; readonly body: Uint8Array };

const PREFIX_BYTES = 8;
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

export function encodeFrame(header: object, body: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(json.length, 0);
  prefix.writeUInt32BE(body.length, 4);
  return Buffer.concat([prefix, json, body]);
}

/** Thrown for a frame that is too long or whose header is not JSON. */
export class BadFrame extends Error {}

/** Takes chunks as they come and gives back the frames completed by each. */
export function frameReader(maxBytes: number): (chunk: Uint8Array) => Frame[] {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let neededBytes = PREFIX_BYTES;
  return (chunk) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    const frames: Frame[] = [];
    while (waitingBytes >= neededBytes) {
      const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
      const { frame, neededBytes: needed } = takeFrame(
        Buffer.from(all.buffer, all.byteOffset, all.length),
        maxBytes,
      );
      neededBytes = needed;
      waiting = [all];
      if (!frame) continue;
      frames.push(frame);
      waiting = [all.subarray(needed)];
      waitingBytes = all.length - needed;
      neededBytes = PREFIX_BYTES;
    }
    return frames;
  };
}

function takeFrame(all: Buffer, maxBytes: number): { frame?: Frame; neededBytes: number } {
  const headerBytes = all.readUInt32BE(0);
  const bodyBytes = all.readUInt32BE(4);
  if (headerBytes > MAX_HEADER_BYTES || bodyBytes > maxBytes) throw new BadFrame('too long');
  const neededBytes = PREFIX_BYTES + headerBytes + bodyBytes;
  if (all.length < neededBytes) return { neededBytes };
  const bodyAt = PREFIX_BYTES + headerBytes;
  return {
    neededBytes,
    frame: {
      header: parseHeader(all.toString('utf8', PREFIX_BYTES, bodyAt)),
      body: all.subarray(bodyAt, neededBytes),
    },
  };
}

function parseHeader(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new BadFrame('not JSON', { cause });
  }
}
