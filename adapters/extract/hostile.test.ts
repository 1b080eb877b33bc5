import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EXTRACTION_CODES } from '../../core/common/extraction.ts';
import type { ChildRun } from './child.ts';
import { openExtractor } from './extractor.ts';
import {
  HOSTILE_ARCHIVES,
  HOSTILE_CAPTURES,
  HOSTILE_OTHERS,
  HOSTILE_PAGES,
} from './testing/hostile-files.ts';
import { makeDocx, makeOdt, makeRtf } from './testing/office-maker.ts';
import { makePdf } from './testing/pdf-maker.ts';
import { drawLines, makeBmp, makeGif, makeTiff } from './testing/picture-maker.ts';
import { randomFrom } from './testing/seeded-random.ts';

const PROMISED_BYTES = 512 * 1024 * 1024;
const PAGE = { page: 1, widthPx: 800, mark: ['Nguyễn Văn Ấm'] };
const LINES = ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập'];

const runs: ChildRun[] = [];
const extractor = openExtractor({ observe: (run) => runs.push(run) });

/** Every run so far is over for good and stayed within its memory. */
function assertBounded(): void {
  for (const run of runs) {
    assert.throws(() => process.kill(run.pid, 0), { code: 'ESRCH' }, `${run.pid} is still there`);
    assert.ok(run.peakRssBytes <= PROMISED_BYTES, `${run.peakRssBytes} bytes resident`);
  }
}

const worst = { wallMs: 0, peakRssBytes: 0, runs: 0 };

function takeRuns(): string {
  assertBounded();
  for (const run of runs) {
    worst.wallMs = Math.max(worst.wallMs, run.wallMs);
    worst.peakRssBytes = Math.max(worst.peakRssBytes, run.peakRssBytes);
  }
  worst.runs += runs.length;
  const said = runs.map(
    (run) => `${Math.round(run.wallMs)} ms, ${Math.round(run.peakRssBytes / 2 ** 20)} MiB`,
  );
  runs.length = 0;
  return said.join('; ');
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

function codeOf(outcome: Outcome): string {
  if (outcome.ok) return 'ok';
  assert.ok((EXTRACTION_CODES as readonly string[]).includes(outcome.code), outcome.code);
  return outcome.code;
}

for (const { name, make, answers } of [...HOSTILE_ARCHIVES, ...HOSTILE_PAGES, ...HOSTILE_OTHERS]) {
  test(`${name}: a coded answer, and the process is gone`, async (context) => {
    const file = make();
    const read = codeOf(await extractor.extract(file));
    const drawn = codeOf(await extractor.renderPage(file, PAGE));
    context.diagnostic(`${read}, ${drawn} (${takeRuns()})`);
    assert.ok((answers as readonly string[]).includes(read), `reading gave ${read}`);
  });
}

for (const { name, make, answers } of HOSTILE_CAPTURES) {
  test(`${name}: a coded answer, and the process is gone`, async (context) => {
    const code = codeOf(await extractor.readArticles(make(), 'a'));
    context.diagnostic(`${code} (${takeRuns()})`);
    assert.ok((answers as readonly string[]).includes(code), `reading gave ${code}`);
  });
}

const GOOD: readonly (readonly [string, Buffer])[] = [
  ['docx', makeDocx(LINES)],
  ['odt', makeOdt(LINES)],
  ['rtf', makeRtf(LINES)],
  ['pdf', makePdf([LINES, LINES])],
  ['png', drawLines(LINES).toBuffer('image/png')],
  ['jpeg', drawLines(LINES).toBuffer('image/jpeg')],
  ['webp', drawLines(LINES).toBuffer('image/webp')],
  ['tiff', makeTiff(LINES)],
  ['gif', makeGif({ frames: [LINES, LINES] })],
  ['bmp', makeBmp(LINES)],
];

for (const [kind, file] of GOOD) {
  test(`a ${kind} cut short anywhere gives an answer`, async (context) => {
    const cuts = [1, 5, 24, ...[0.2, 0.5, 0.8, 0.97].map((part) => Math.floor(file.length * part))];
    const codes = await Promise.all(
      cuts.map(async (length) => codeOf(await extractor.extract(file.subarray(0, length)))),
    );
    context.diagnostic(codes.join(' '));
    takeRuns();
  });
}

/** A release sets 1,000 or more; the same seed gives the same files. */
const MUTATIONS = Number(process.env.NIEMPHONG_MUTATIONS ?? 60);
const SEED = Number(process.env.NIEMPHONG_SEED ?? 20_261_121);

test(`${MUTATIONS} mutated files (seed ${SEED}) each give an answer`, async (context) => {
  const random = randomFrom(SEED);
  const answers = new Map<string, number>();
  const one = async (): Promise<void> => {
    const [, good = Buffer.alloc(0)] = GOOD[random.below(GOOD.length)] ?? [];
    const file = random.mutate(good);
    const code = codeOf(
      random.below(4) === 0
        ? await extractor.renderPage(file, PAGE)
        : await extractor.extract(file),
    );
    answers.set(code, (answers.get(code) ?? 0) + 1);
  };
  for (let done = 0; done < MUTATIONS; done += 2) {
    await Promise.all([one(), one()]);
    takeRuns();
  }
  context.diagnostic(JSON.stringify(Object.fromEntries(answers)));
});

test('random bytes give an answer through every door', async () => {
  const random = randomFrom(SEED);
  for (const length of [1, 100, 100_000]) {
    const file = random.bytes(length);
    codeOf(await extractor.extract(file));
    codeOf(await extractor.renderPage(file, PAGE));
    codeOf(await extractor.readArticles(file, 'a'));
  }
  takeRuns();
});

after(() => {
  const mebibytes = Math.round(worst.peakRssBytes / 2 ** 20);
  console.log(`# ${worst.runs} runs, worst ${Math.round(worst.wallMs)} ms, ${mebibytes} MiB`);
});
