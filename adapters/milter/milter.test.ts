import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ByteBudget, Passing, PassingVerdict } from '../../server/ports/passing.ts';
import type { MilterOutcomes } from './answers.ts';
import { converse, type MilterOptions } from './conversation.ts';
import { agree } from './negotiation.ts';
import { BadPacket, encodePacket, type Packet, packetReader } from './packets.ts';
import { serveMilter } from './serve.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** What Postfix 3.7 offers: version 6, actions 0x1ff, protocol 0x1fffff. */
const OFFER = hex('0000000d 4f 00000006 000001ff 001fffff');
const MIB = 1024 * 1024;

const REPLIES = {
  touches: ['Cham tai lieu', 'Touches protected material'],
  unchecked: {
    'vault-sealed': ['Kho dang niem phong', 'The vault is sealed'],
    unreadable: ['Khong doc duoc', 'Cannot be read'],
    'too-large': ['Qua lon', 'Too large'],
    'not-now': ['Thu lai sau', 'Try again later'],
  },
} as const;

function budgetOf(bytes: number): ByteBudget & { left: number } {
  return {
    left: bytes,
    take(wanted) {
      if (wanted > this.left) return false;
      this.left -= wanted;
      return true;
    },
    give(back) {
      this.left += back;
    },
  };
}

type Trial = {
  readonly verdict?: PassingVerdict;
  readonly outcomes?: Partial<MilterOutcomes>;
  readonly budget?: ByteBudget;
  readonly maxBytes?: number;
};

function trial({ verdict = { kind: 'clean' }, outcomes, budget, maxBytes = MIB }: Trial = {}) {
  const seen: Passing[] = [];
  const options: MilterOptions = {
    budget: budget ?? budgetOf(16 * MIB),
    maxBytes,
    outcomes: { touched: 'refuse', unchecked: 'defer', ...outcomes },
    replies: REPLIES,
    check: async (passing) => {
      seen.push(passing);
      return verdict;
    },
  };
  return { seen, options };
}

const header = (name: string, value: string) =>
  encodePacket('L', Buffer.from(`${name}\0${value}\0`));
const body = (text: string) => encodePacket('B', Buffer.from(text));
const MESSAGE = [
  header('Subject', 'Thu'),
  header('X', 'a\n\tb'),
  encodePacket('N'),
  body('một\r\n'),
];
const END = encodePacket('E');

/** The answers to all packets, as the wire carries them. */
async function say(options: MilterOptions, ...packets: readonly Buffer[]): Promise<Packet[]> {
  const conversation = converse(options);
  const answers: Buffer[] = [];
  for (const packet of packetReader(MIB)(Buffer.concat(packets)))
    answers.push(...((await conversation.answer(packet)) ?? []));
  return packetReader(MIB)(Buffer.concat(answers));
}

const last = (packets: readonly Packet[]): string => {
  const { command = '', body: text = Buffer.alloc(0) } = packets.at(-1) ?? {};
  return `${command}${text.toString('latin1').replaceAll('\0', '|')}`;
};

test('packets come out the same however the bytes are split', () => {
  const wire = Buffer.concat([OFFER, ...MESSAGE, END]);
  const whole = packetReader(MIB)(wire);
  assert.deepEqual(
    whole.map(({ command }) => command),
    ['O', 'L', 'L', 'N', 'B', 'E'],
  );
  const read = packetReader(MIB);
  const bytewise = [...wire].flatMap((byte) => read(Buffer.from([byte])));
  assert.deepEqual(bytewise, whole);
});

test('a length that no packet has is refused before it is waited for', () => {
  for (const wire of ['00000000', 'ffffffff', '00100001'])
    assert.throws(() => packetReader(MIB)(hex(wire)), BadPacket, wire);
});

test('only what was offered is agreed on, and no address is asked for', () => {
  const offered = agree(OFFER.subarray(5), 0x21);
  assert.deepEqual(offered, { version: 6, actions: 0x21, protocol: 0xc038f });
  const old = agree(hex('00000002 00000001 0000007f'), 0x21);
  assert.deepEqual(old, { version: 2, actions: 0x01, protocol: 0x0f });
  assert.throws(() => agree(hex('00000001 00000001 00000001'), 0), BadPacket);
  assert.throws(() => agree(hex('00000006'), 0), BadPacket);
});

test('a clean message is accepted; the check gets it whole, with its body’s hash', async () => {
  const { seen, options } = trial();
  const answers = await say(options, OFFER, ...MESSAGE, END);
  assert.deepEqual(
    answers.map(({ command }) => command),
    ['O', 'a'],
  );
  const [passing] = seen;
  assert.equal(
    Buffer.from(passing?.messages[0] ?? []).toString(),
    'Subject: Thu\r\nX: a\r\n\tb\r\n\r\nmột\r\n',
  );
  assert.equal(passing?.sha256, createHash('sha256').update('một\r\n').digest('hex'));
});

test('an old mail server gets an answer to each step', async () => {
  const { options } = trial();
  const offer = encodePacket('O', hex('00000002 00000001 00000000'));
  const steps = ['C', 'H', 'M', 'R'].map((step) => encodePacket(step, Buffer.from('x\0')));
  const answers = await say(options, offer, ...steps, ...MESSAGE, END);
  assert.equal(answers.map(({ command }) => command).join(''), 'Occccccc' + 'ca');
});

test('touched or unchecked, each configured outcome has its answer', async () => {
  const touches = { kind: 'touches' } as const;
  const unread = { kind: 'unchecked', because: 'unreadable' } as const;
  const sealed = { kind: 'unchecked', because: 'vault-sealed' } as const;
  const held = async (plan: Trial) => last(await say(trial(plan).options, OFFER, ...MESSAGE, END));
  assert.equal(
    await held({ verdict: touches }),
    'y550-5.7.1 Cham tai lieu\r\n550 5.7.1 Touches protected material|',
  );
  assert.equal(
    await held({ verdict: unread }),
    'y451-4.7.1 Khong doc duoc\r\n451 4.7.1 Cannot be read|',
  );
  assert.equal(await held({ verdict: unread, outcomes: { unchecked: 'pass' } }), 'a');
  assert.match(
    await held({ verdict: sealed, outcomes: { unchecked: 'pass' } }),
    /^y451-4\.7\.1 Kho/,
  );
  const hold = await say(
    trial({ verdict: touches, outcomes: { touched: 'hold' } }).options,
    ...[OFFER, ...MESSAGE, END],
  );
  assert.equal(last(hold.slice(0, -1)), 'qNiem Phong: touches-protected-material|');
  const mark = await say(
    trial({ verdict: touches, outcomes: { touched: 'mark' } }).options,
    ...[OFFER, ...MESSAGE, END],
  );
  assert.equal(last(mark.slice(0, -1)), 'hX-Niem-Phong|touches-protected-material|');
});

test('what the mail server does not let us do becomes a refusal', async () => {
  const { options } = trial({ verdict: { kind: 'touches' }, outcomes: { touched: 'hold' } });
  const offer = encodePacket('O', hex('00000006 00000001 001fffff'));
  assert.match(last(await say(options, offer, ...MESSAGE, END)), /^y550/);
});

test('a message that is too large is not held and not checked', async () => {
  const budget = budgetOf(1_000);
  const { seen, options } = trial({ budget, maxBytes: 500 });
  const answers = await say(options, OFFER, ...MESSAGE, body('x'.repeat(600)), END);
  assert.match(last(answers), /^y451-4\.7\.1 Qua lon/);
  assert.deepEqual([seen.length, budget.left], [0, 1_000]);
});

test('connections together hold no more than the budget, and give it back', async () => {
  const budget = budgetOf(60);
  const { options } = trial({ budget });
  const first = converse(options);
  for (const packet of packetReader(MIB)(Buffer.concat([OFFER, body('x'.repeat(50))])))
    await first.answer(packet);
  assert.match(last(await say(options, OFFER, body('y'.repeat(50)), END)), /^y451-4\.7\.1 Thu lai/);
  first.end();
  assert.equal(last(await say(options, OFFER, body('y'.repeat(50)), END)), 'a');
  assert.equal(budget.left, 60);
});

test('a given-up message leaves nothing for the next', async () => {
  const { seen, options } = trial();
  await say(options, OFFER, body('first'), encodePacket('A'), body('second'), END);
  assert.deepEqual(
    seen.map(({ messages }) => Buffer.from(messages[0] ?? []).toString()),
    ['\r\nsecond'],
  );
});

test('whatever a peer sends, it gets answers of the protocol or is cut off', async () => {
  const valid = Buffer.concat([OFFER, ...MESSAGE, END, ...MESSAGE, encodePacket('A'), END]);
  const change = fc.tuple(fc.nat(valid.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changed) => {
      const wire = Buffer.from(valid);
      for (const [at, byte] of changed) wire[at] = byte;
      const budget = budgetOf(16 * MIB);
      const answers = await say(trial({ budget }).options, wire).catch((reason: unknown) => {
        assert.ok(reason instanceof BadPacket, String(reason));
        return [];
      });
      assert.ok(answers.every(({ command }) => 'Oac'.includes(command)));
    }),
    { numRuns: 500 },
  );
});

test('who breaks the protocol is cut off', async () => {
  const broken = [
    END,
    Buffer.concat([OFFER, encodePacket('Z')]),
    Buffer.concat([OFFER, encodePacket('L', Buffer.from('no ends'))]),
  ];
  for (const wire of broken) {
    const sent: Buffer[] = [];
    const peer = new Duplex({
      read() {},
      write(chunk: Buffer, _encoding, done) {
        sent.push(chunk);
        done();
      },
    });
    peer.push(wire);
    await serveMilter(peer, trial().options);
    assert.equal(peer.destroyed, true);
    assert.ok(sent.length <= 1);
  }
});
