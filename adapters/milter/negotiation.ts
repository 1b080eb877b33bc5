/**
 * What both sides may do, agreed on at the start (SMFIC_OPTNEG, protocol version 6). We ask the
 * mail server to keep connection, greeting and addresses to itself: they are not ours to know.
 */
import { BadPacket } from './packets.ts';

export const ACTIONS = { addHeader: 0x01, quarantine: 0x20 } as const;

/** SMFIP_NO*: steps that are not sent. */
const WITHOUT_STEPS = 0x01 | 0x02 | 0x04 | 0x08 | 0x100 | 0x200;
/** SMFIP_NR_*: steps that are sent and get no answer. */
const WITHOUT_ANSWER = { L: 0x80, N: 0x40000, B: 0x80000 } as const;
const QUIET = WITHOUT_ANSWER.L | WITHOUT_ANSWER.N | WITHOUT_ANSWER.B;

const OLDEST = 2;
const OURS = 6;
const OFFER_BYTES = 12;

export type Agreement = {
  readonly version: number;
  readonly actions: number;
  readonly protocol: number;
};

/** Never more than was offered. Throws `BadPacket`. */
export function agree(offer: Buffer, wantedActions: number): Agreement {
  if (offer.length < OFFER_BYTES) throw new BadPacket('an offer of less than 12 bytes');
  const version = offer.readUInt32BE(0);
  if (version < OLDEST) throw new BadPacket('a protocol from before version 2');
  return {
    version: Math.min(version, OURS),
    actions: offer.readUInt32BE(4) & wantedActions,
    protocol: offer.readUInt32BE(8) & (WITHOUT_STEPS | QUIET),
  };
}

export function encodeAgreement({ version, actions, protocol }: Agreement): Buffer {
  const body = Buffer.alloc(OFFER_BYTES);
  body.writeUInt32BE(version, 0);
  body.writeUInt32BE(actions, 4);
  body.writeUInt32BE(protocol, 8);
  return body;
}

export function isQuiet({ protocol }: Agreement, command: string): boolean {
  const flag = (WITHOUT_ANSWER as Readonly<Record<string, number>>)[command] ?? 0;
  return (protocol & flag) !== 0;
}
