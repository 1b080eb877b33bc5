/**
 * One connection of a mail server: command in, answers out (libmilter's protocol, version 6). Who
 * sends a mail and to whom is never asked; a message is held only until it is answered.
 */
import type { CheckPassing, PassingVerdict } from '../../server/ports/passing.ts';
import { actionsFor, answersTo, type MilterOutcomes, type MilterReplies } from './answers.ts';
import { type HeldBounds, HeldMessage } from './held-message.ts';
import { type Agreement, agree, encodeAgreement, isQuiet } from './negotiation.ts';
import { BadPacket, encodePacket, type Packet } from './packets.ts';

export type MilterOptions = HeldBounds & {
  readonly check: CheckPassing;
  readonly outcomes: MilterOutcomes;
  readonly replies: MilterReplies;
};

export type Conversation = {
  /** Throws `BadPacket` when the peer breaks the protocol; null: it said goodbye. */
  answer(packet: Packet): Promise<readonly Buffer[] | null>;
  end(): void;
};

/** SMFIC_*: connect, greeting, sender, recipient, DATA, unknown command. */
const STEPS_WE_IGNORE = new Set(['C', 'H', 'M', 'R', 'T', 'U']);
const CONTINUE = encodePacket('c');

export function converse(options: MilterOptions): Conversation {
  const message = new HeldMessage(options);
  let agreement: Agreement | null = null;

  const quietly = (command: string): readonly Buffer[] =>
    agreement && isQuiet(agreement, command) ? [] : [CONTINUE];
  const judge = async (known: Agreement): Promise<readonly Buffer[]> => {
    try {
      const verdict = await verdictOn(message, options);
      return answersTo(verdict, { ...options, agreement: known });
    } finally {
      message.release();
    }
  };

  async function answer({ command, body }: Packet): Promise<readonly Buffer[] | null> {
    if (command === 'O') {
      agreement = agree(body, actionsFor(options.outcomes));
      return [encodePacket('O', encodeAgreement(agreement))];
    }
    if (agreement === null) throw new BadPacket('nothing was agreed on yet');
    if (STEPS_WE_IGNORE.has(command)) return [CONTINUE];
    switch (command) {
      case 'D': // Macros: the mail server's names and numbers for the connection.
        return [];
      case 'L':
        message.addHeader(body);
        return quietly(command);
      case 'N':
        return quietly(command);
      case 'B':
        message.addBody(body);
        return quietly(command);
      case 'E':
        message.addBody(body);
        return judge(agreement);
      case 'A': // The message was given up; `K`: so was the connection, the next one follows.
      case 'K':
        message.release();
        return [];
      case 'Q':
        return null;
      default:
        throw new BadPacket('an unknown command');
    }
  }
  return { answer, end: () => message.release() };
}

function verdictOn(message: HeldMessage, options: MilterOptions): Promise<PassingVerdict> {
  if (message.stop !== null) {
    return Promise.resolve({ kind: 'unchecked', because: message.stop });
  }
  return options.check({
    gateway: 'mail',
    outcome: options.outcomes.touched,
    sha256: message.bodySha256(),
    texts: [],
    files: [],
    messages: [message.whole()],
  });
}
