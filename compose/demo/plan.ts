/** Which documents the demo has: about a hundred, at the three levels, in every state. */
import type { Level } from '../../core/level/level.ts';
import type { Login } from './agency.ts';
import { LEAKS, type LeakKey } from './articles.ts';
import type { Seeded } from './seeded.ts';
import { writeText, writeTitle } from './texts.ts';
import { TOPICS, type Topic } from './wording.ts';

/** How far a document of the house has come. */
export type Fate =
  | 'draft'
  | 'proposed'
  | 'returned'
  | 'given-up'
  | 'not-secret'
  | 'determined'
  | 'issued'
  | 'number-void'
  | 'expired';

export type OwnPlan = {
  readonly kind: 'own';
  readonly fate: Fate;
  readonly daysAgo: number;
  readonly topic: Topic;
  readonly title: string;
  readonly file: Uint8Array;
  readonly drafter: Login;
  readonly decider: Login;
  readonly copies: number;
  readonly leak: LeakKey | null;
};

export type IncomingPlan = {
  readonly kind: 'incoming';
  readonly daysAgo: number;
  readonly topic: Topic;
  readonly title: string;
  readonly file: Uint8Array;
  readonly issuingBody: string;
  readonly number: number;
  /** The name on an envelope that the clerk does not open. */
  readonly addressee: string | null;
};

export type DocumentPlan = OwnPlan | IncomingPlan;

type Batch = { readonly fate: Fate; readonly level: Level; readonly count: number };
const OWN: readonly Batch[] = [
  { fate: 'issued', level: 'mat', count: 24 },
  { fate: 'issued', level: 'toi-mat', count: 11 },
  { fate: 'issued', level: 'tuyet-mat', count: 4 },
  { fate: 'expired', level: 'mat', count: 6 },
  { fate: 'number-void', level: 'mat', count: 2 },
  { fate: 'determined', level: 'mat', count: 3 },
  { fate: 'determined', level: 'toi-mat', count: 2 },
  { fate: 'proposed', level: 'mat', count: 6 },
  { fate: 'proposed', level: 'toi-mat', count: 3 },
  { fate: 'proposed', level: 'tuyet-mat', count: 1 },
  { fate: 'returned', level: 'mat', count: 4 },
  { fate: 'not-secret', level: 'mat', count: 4 },
  { fate: 'given-up', level: 'mat', count: 2 },
  { fate: 'draft', level: 'mat', count: 6 },
  { fate: 'draft', level: 'toi-mat', count: 2 },
];

/** Youngest and oldest, in days: what waits is young, what expired is old. */
const AGES: Readonly<Record<Fate, readonly [number, number]>> = {
  draft: [1, 6],
  proposed: [1, 9],
  returned: [3, 20],
  determined: [2, 6],
  'given-up': [20, 90],
  'not-secret': [15, 100],
  issued: [8, 140],
  'number-void': [30, 100],
  expired: [100, 145],
};

const DRAFTERS: Readonly<Record<Level, readonly Login[]>> = {
  mat: ['trinh.kd', 'da.lm', 'vy.ot'],
  'toi-mat': ['trinh.kd', 'da.lm'],
  'tuyet-mat': ['trinh.kd'],
};
/** By legal post; `bach.th` by delegation up to Tối mật. */
const DECIDERS: Readonly<Record<Level, readonly Login[]>> = {
  mat: ['quyen.mt', 'uyen.dk', 'duc.ch', 'bach.th'],
  'toi-mat': ['uyen.dk', 'bach.th', 'thieu.ld'],
  'tuyet-mat': ['thieu.ld'],
};

const SENDERS = [
  'Ủy ban bầu cử phường Cồn Ngọc',
  'Ủy ban bầu cử xã Rừng Quế',
  'Công an thành phố Bạch Sa',
  'Sở Nội vụ thành phố Bạch Sa',
  'Văn phòng Thành ủy Bạch Sa',
] as const;

/** The documents whose words will be found in the press. */
const LEAK_KEYS = Object.keys(LEAKS) as readonly LeakKey[];

/** Before the press had it, but for one that was written down only later. */
const LEAKED_DAYS_AGO: Readonly<Record<LeakKey, number>> = {
  verbatim: 40,
  bare: 40,
  edited: 40,
  routine: 40,
  early: 7,
};

const encoder = new TextEncoder();

function own(batch: Batch, chance: Seeded, leak: LeakKey | null): OwnPlan {
  const { fate, level } = batch;
  const topic = chance.pick(TOPICS.filter((one) => one.level === level));
  const title = writeTitle(topic, chance);
  const extra = leak === null ? undefined : LEAKS[leak];
  const [youngest, oldest] = AGES[fate];
  return {
    kind: 'own',
    fate,
    daysAgo: leak === null ? chance.number(youngest, oldest) : LEAKED_DAYS_AGO[leak],
    topic,
    title,
    file: encoder.encode(writeText({ topic, title, extra }, chance)),
    drafter: chance.pick(DRAFTERS[level]),
    decider: chance.pick(DECIDERS[level]),
    copies: chance.number(1, 5) + (leak === null ? 0 : 2),
    leak,
  };
}

function incoming(index: number, chance: Seeded): IncomingPlan {
  const level = index % 7 === 6 ? 'tuyet-mat' : index % 3 === 2 ? 'toi-mat' : 'mat';
  const topic = chance.pick(TOPICS.filter((one) => one.level === level));
  const title = writeTitle(topic, chance);
  return {
    kind: 'incoming',
    daysAgo: chance.number(2, 120),
    topic,
    title,
    file: encoder.encode(writeText({ topic, title }, chance)),
    issuingBody: chance.pick(SENDERS),
    number: chance.number(3, 190),
    addressee: index % 6 === 1 ? 'Đồng chí Lưu Đắc Thiệu, Chủ tịch Ủy ban bầu cử' : null,
  };
}

const INCOMING = 20;

export function planDocuments(chance: Seeded): readonly DocumentPlan[] {
  const leaks = [...LEAK_KEYS];
  const owns = OWN.flatMap((batch) =>
    Array.from({ length: batch.count }, () => {
      const carries = batch.fate === 'issued' && batch.level === 'mat';
      return own(batch, chance, carries ? (leaks.shift() ?? null) : null);
    }),
  );
  return [...owns, ...Array.from({ length: INCOMING }, (_, index) => incoming(index, chance))];
}
