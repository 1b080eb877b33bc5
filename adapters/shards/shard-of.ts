/** Which shard holds a document: by its id alone, the same at every start and on every machine. */
import { sha256, utf8 } from '../../core/common/sha256.ts';

export function shardOf(documentId: string, shards: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(utf8(documentId));
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % shards;
}
