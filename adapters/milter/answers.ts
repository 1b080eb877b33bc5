/** A verdict in the words of the milter protocol: header, quarantine, reply code, accept. */
import { invariant } from '../../core/common/invariant.ts';
import type {
  PassingVerdict,
  TouchedOutcome,
  UncheckedCode,
  UncheckedOutcome,
} from '../../server/ports/passing.ts';
import { ACTIONS, type Agreement } from './negotiation.ts';
import { encodePacket } from './packets.ts';

/** Lines of an SMTP answer, which is ASCII (RFC 5321 4.2): Vietnamese without its marks. */
export type ReplyLines = readonly [vi: string, en: string];

export type MilterReplies = {
  readonly touches: ReplyLines;
  readonly unchecked: Readonly<Record<UncheckedCode, ReplyLines>>;
};

export type MilterOutcomes = {
  readonly touched: TouchedOutcome;
  readonly unchecked: UncheckedOutcome;
};

export const MARK_HEADER = 'X-Niem-Phong';

const ACCEPT = encodePacket('a');

/** `5.7.1`, `4.7.1`: refused for reasons of policy (RFC 3463). */
function replyCode(kind: 'refuse' | 'defer', lines: ReplyLines): Buffer {
  const [code, status] = kind === 'refuse' ? ['550', '5.7.1'] : ['451', '4.7.1'];
  const [first, last] = lines;
  const text = `${code}-${status} ${first}\r\n${code} ${status} ${last}`;
  // Percent signs are a format to some mail servers.
  invariant(/^[\x20-\x24\x26-\x7e]+\r\n[\x20-\x24\x26-\x7e]+$/.test(text), 'replies are ASCII');
  return encodePacket('y', Buffer.from(`${text}\0`, 'latin1'));
}

/** The actions that a configuration needs the mail server to allow. */
export function actionsFor({ touched, unchecked }: MilterOutcomes): number {
  const chosen: readonly string[] = [touched, unchecked];
  const header = chosen.includes('mark') ? ACTIONS.addHeader : 0;
  return header | (chosen.includes('hold') ? ACTIONS.quarantine : 0);
}

type Choice = {
  readonly outcome: UncheckedOutcome;
  readonly lines: ReplyLines;
  readonly mark: string;
};

function choose(
  verdict: Exclude<PassingVerdict, { kind: 'clean' }>,
  outcomes: MilterOutcomes,
  replies: MilterReplies,
): Choice {
  if (verdict.kind === 'touches') {
    return {
      outcome: outcomes.touched,
      lines: replies.touches,
      mark: 'touches-protected-material',
    };
  }
  // Nothing is let by unseen because nobody has opened the vault yet.
  const outcome = verdict.because === 'vault-sealed' ? 'defer' : outcomes.unchecked;
  return { outcome, lines: replies.unchecked[verdict.because], mark: 'not-checked' };
}

/** An action that the mail server did not allow becomes a refusal, or a later try. */
function allowed({ outcome, mark }: Choice, { actions }: Agreement): UncheckedOutcome {
  const missing =
    (outcome === 'mark' && !(actions & ACTIONS.addHeader)) ||
    (outcome === 'hold' && !(actions & ACTIONS.quarantine));
  if (!missing) return outcome;
  return mark === 'not-checked' ? 'defer' : 'refuse';
}

export function answersTo(
  verdict: PassingVerdict,
  options: {
    readonly outcomes: MilterOutcomes;
    readonly replies: MilterReplies;
    readonly agreement: Agreement;
  },
): readonly Buffer[] {
  if (verdict.kind === 'clean') return [ACCEPT];
  const choice = choose(verdict, options.outcomes, options.replies);
  const outcome = allowed(choice, options.agreement);
  switch (outcome) {
    case 'pass':
      return [ACCEPT];
    case 'mark':
      return [encodePacket('h', Buffer.from(`${MARK_HEADER}\0${choice.mark}\0`)), ACCEPT];
    case 'hold':
      return [encodePacket('q', Buffer.from(`Niem Phong: ${choice.mark}\0`)), ACCEPT];
    case 'refuse':
    case 'defer':
      return [replyCode(outcome, choice.lines)];
  }
}
