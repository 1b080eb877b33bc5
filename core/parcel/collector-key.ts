/**
 * A collector's public key as one line, carried from its machine to the administrator by hand:
 * `niemphong-collector+` the first 16 digits of its name `+` the raw Ed25519 key in base64.
 */
import { hashOf } from './manifest.ts';

export type CollectorKey = {
  /** Hexadecimal SHA-256 of the raw key. */
  readonly collector: string;
  readonly publicKey: string;
};

const LINE = /^niemphong-collector\+([0-9a-f]{16})\+([A-Za-z0-9+/]{43}=)$/;

export const printCollectorKey = ({ collector, publicKey }: CollectorKey): string =>
  `niemphong-collector+${collector.slice(0, 16)}+${publicKey}`;

/** Null for any other text; a mistyped key does not fit its name. */
export function parseCollectorKey(line: string): CollectorKey | null {
  const [, name = '', publicKey = ''] = LINE.exec(line.trim()) ?? [];
  if (publicKey === '') return null;
  const collector = hashOf(Uint8Array.fromBase64(publicKey));
  return collector.startsWith(name) ? { collector, publicKey } : null;
}
