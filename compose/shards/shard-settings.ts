/**
 * The settings of matcher processes, read once at the start. Without `NIEMPHONG_SHARDS` there are
 * none, and the house compares in its own process; a bad value ends the start with a text.
 */
import { readFileSync } from 'node:fs';
import { type Address, readAddress } from '../gateway/gateway-settings.ts';
import { SettingsError } from '../settings.ts';

export type ShardSettings = {
  readonly shards: number;
  /** The address of a NATS server; null: the house's own PostgreSQL. */
  readonly nats: string | null;
  /** Where matchers of other machines may join; null: this machine's alone. */
  readonly door: LineSettings | null;
};

export type LineSettings = {
  readonly at: Address;
  /** What both sides have as a file. */
  readonly key: Uint8Array;
};

type Environment = Readonly<Record<string, string | undefined>>;

const MOST_SHARDS = 256;
const KEY_BYTES = 32;

export function readShardCount(text: string): number {
  const shards = Number(text);
  if (Number.isInteger(shards) && shards >= 1 && shards <= MOST_SHARDS) return shards;
  throw new SettingsError(
    `NIEMPHONG_SHARDS phải là số từ 1 đến ${MOST_SHARDS}, đang là "${text}". / ` +
      `NIEMPHONG_SHARDS must be a number from 1 to ${MOST_SHARDS}.`,
  );
}

function readQueue(text: string | undefined): string | null {
  if (!text) return null;
  if (URL.canParse(text) && /^(nats|tls):\/\/./.test(text)) return text;
  throw new SettingsError(
    'NIEMPHONG_QUEUE phải là địa chỉ nats://… hoặc tls://…; bỏ trống thì dùng PostgreSQL. / ' +
      'NIEMPHONG_QUEUE must be an address nats://… or tls://…; without it PostgreSQL is used.',
  );
}

function readKey(path: string | undefined): Uint8Array {
  try {
    const key = Uint8Array.fromHex(readFileSync(path ?? '', 'utf8').trim());
    if (key.length === KEY_BYTES) return key;
  } catch {
    // Said below, with the name of the setting.
  }
  throw new SettingsError(
    'NIEMPHONG_MATCHER_KEY phải là tệp có 64 chữ số hệ 16 (openssl rand -hex 32). / ' +
      'NIEMPHONG_MATCHER_KEY must be a file of 64 hexadecimal digits (openssl rand -hex 32).',
  );
}

/** Null without `NIEMPHONG_MATCHER_DOOR`. A matcher reads the same two settings as the house. */
export function readLineSettings(environment: Environment): LineSettings | null {
  const setting = 'NIEMPHONG_MATCHER_DOOR';
  const text = environment[setting];
  if (!text) return null;
  return { at: readAddress(setting, text), key: readKey(environment.NIEMPHONG_MATCHER_KEY) };
}

export function readShardSettings(environment: Environment): ShardSettings | null {
  const text = environment.NIEMPHONG_SHARDS;
  if (!text) return null;
  return {
    shards: readShardCount(text),
    nats: readQueue(environment.NIEMPHONG_QUEUE),
    door: readLineSettings(environment),
  };
}
