import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { makeDocx } from '../../../adapters/extract/testing/office-maker.ts';
import { makePdf } from '../../../adapters/extract/testing/pdf-maker.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import {
  asking,
  codesOf,
  granted,
  type LeakHouse,
  leakHouse,
  listPublic,
  SECRET_TEXT,
} from '../../../testkit/leak.ts';
import { addPublic, previewPublicFile } from './add-public.ts';
import { viewLists } from './view-lists.ts';

const LAWS = [
  'Điều 1. Trại cá giữ mực nước bể ương từ tám tấc đến một mét trong mùa khô.',
  'Điều 2. Lò gốm ghi sổ nhiệt độ nung từng mẻ và giữ sổ ấy năm năm.',
  'Điều 3. Bến đò treo bảng giá vé ở nơi hành khách dễ thấy nhất.',
] as const;
const [LAW, OTHER, THIRD] = LAWS;

const preview = (house: LeakHouse, file: Uint8Array) =>
  previewPublicFile(house.parts, as(house.officer), { file });

const viewed = async ({ parts, officer }: LeakHouse) =>
  granted(await viewLists(parts, as(officer)));

const objectsOf = ({ dataFolder }: LeakHouse): string[] =>
  readdirSync(`${dataFolder}/objects`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.age'),
  );

async function lastEntry({ acts }: LeakHouse) {
  const [last] = await acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 1 }),
  );
  assert.ok(last);
  return last.entry;
}

test('of text, HTML, Word and PDF the words that a reader sees can be listed', async (t) => {
  const house = await leakHouse(t);
  const files = {
    txt: utf8(`\ufeff${LAW}\n`),
    html: utf8(`<html><head><title>x</title></head><body><p>${LAW}</p></body></html>`),
    docx: makeDocx([LAW]),
    pdf: makePdf([[LAW]]),
  };
  for (const [kind, file] of Object.entries(files)) {
    const seen = granted(await preview(house, file));
    assert.equal(seen.text.replace(/\s+/g, ' '), LAW, kind);
    assert.deepEqual([seen.listed, seen.touches, seen.words], [false, false, 18], kind);
  }
  const { verb, facts } = await lastEntry(house);
  assert.deepEqual([verb, Object.keys(facts)], ['watch.preview-public', ['characters', 'touches']]);
  await listPublic(house, LAW);
  for (const file of Object.values(files))
    assert.ok(granted(await preview(house, file)).listed, 'pasted or of a file, it is listed');
  const touching = granted(await preview(house, makeDocx(SECRET_TEXT.split('\n'))));
  assert.ok(touching.touches);
});

test('a file without words, or that cannot be read, is refused with its reason', async (t) => {
  const house = await leakHouse(t);
  for (const [code, file] of [
    ['file-empty', new Uint8Array()],
    ['file-unreadable', utf8('%PDF-1.7 hỏng')],
    ['no-words', utf8(' \n\n ')],
    ['file-kind-unknown', Uint8Array.from([0, 1, 2, 3, 0, 0, 9])],
  ] as const) {
    const refused = await preview(house, file);
    assert.ok(!refused.ok);
    assert.deepEqual(refused.refusals, [{ code: 'file-unreadable', facts: { code } }]);
    const { verb, refused: codes } = await lastEntry(house);
    assert.deepEqual([verb, codes], ['watch.preview-public', ['file-unreadable']]);
  }
  const long = utf8('từ '.repeat(700_000));
  assert.deepEqual(codesOf(await preview(house, long)), ['too-large']);
});

test('no file is opened for who keeps no list, nor while the vault is sealed', async (t) => {
  const house = await leakHouse(t);
  const extractor = { ...house.parts.extractor, extract: () => assert.fail('a file was opened') };
  const parts = { ...house.parts, extractor };
  const ask = (who: LeakHouse['officer']) => previewPublicFile(parts, as(who), { file: utf8(LAW) });
  assert.deepEqual(codesOf(await ask(house.drafter)), ['not-your-duty']);
  house.parts.seal.seal();
  assert.deepEqual(codesOf(await ask(house.officer)), ['vault-sealed']);
});

test('several texts are one act: a version for each, the index made anew once', async (t) => {
  const house = await leakHouse(t);
  const input = asking(LAW, SECRET_TEXT, OTHER, THIRD);
  let fillings = 0;
  const { compareIndex } = house.parts;
  const fill: typeof compareIndex.fill = (...args) => {
    if (args[1] === 'anew') fillings += 1;
    return compareIndex.fill(...args);
  };
  const parts = {
    ...house.parts,
    compareIndex: Object.assign(Object.create(compareIndex), { fill }),
  };
  const { texts } = granted(await addPublic(parts, as(house.officer), input));
  assert.deepEqual(
    texts.map(({ state }) => state),
    ['in-force', 'waiting', 'in-force', 'in-force'],
  );
  const { facts } = await lastEntry(house);
  assert.deepEqual(facts, { texts: 4, touching: 1, version: 3 });
  const { publicVersions } = await viewed(house);
  assert.deepEqual(
    publicVersions.map(({ version, texts: count }) => [version, count]),
    [
      [3, 3],
      [2, 2],
      [1, 1],
    ],
  );
  assert.equal(new Set(publicVersions.map(({ sha256 }) => sha256)).size, 3);
  assert.equal(fillings, 1);
});

test('one that is listed already, or given twice, is named, and none is listed', async (t) => {
  const house = await leakHouse(t);
  await listPublic(house, LAW);
  const before = objectsOf(house);
  const refusedNames = async (...texts: readonly string[]) => {
    const input = asking(...texts);
    const named = input.texts.map((one, at) => ({ ...one, name: `Văn bản ${at + 1}` }));
    const refused = await addPublic(house.parts, as(house.officer), { ...input, texts: named });
    assert.ok(!refused.ok);
    return refused.refusals;
  };
  const twice = (of: string) => [{ code: 'already-done', facts: { which: `Văn bản 2 = ${of}` } }];
  assert.deepEqual(await refusedNames(OTHER, LAW, THIRD), twice('Luật Bến thuyền'));
  assert.deepEqual(await refusedNames(OTHER, OTHER, THIRD), twice('Văn bản 1'));
  assert.deepEqual((await viewed(house)).publicTexts.length, 1);
  assert.deepEqual(objectsOf(house), before, 'nothing of them stays in the vault');
});

test('when one of several cannot be sealed, none is listed and nothing stays', async (t) => {
  const house = await leakHouse(t);
  const before = objectsOf(house);
  const { store } = house.parts;
  const destroy: typeof store.destroy = (name) => store.destroy(name);
  let puts = 0;
  const put: typeof store.put = (...args) => {
    puts += 1;
    return puts === 3 ? Promise.reject(new Error('disk full')) : store.put(...args);
  };
  const parts = { ...house.parts, store: Object.assign(Object.create(store), { put, destroy }) };
  await assert.rejects(addPublic(parts, as(house.officer), asking(...LAWS)), /disk full/);
  assert.equal(puts, 3);
  assert.deepEqual((await viewed(house)).publicTexts, []);
  assert.deepEqual(objectsOf(house), before);
});

/** An invented law of some pages. */
const CLAUSES = Array.from({ length: 36 }, (_, at) => {
  const things = ['trại cá', 'lò gốm', 'bến đò', 'vườn ươm', 'xưởng mộc', 'chợ nổi', 'đập tràn'];
  const ways = ['ghi sổ hằng ngày', 'treo bảng ở cổng', 'báo cho phường', 'đóng cửa buổi trưa'];
  return (
    `Điều ${at + 1}. Chủ ${things[at % 7]} có từ ${at * 3 + 2} thợ trở lên phải ` +
    `${ways[at % 4]}, nộp ${at * 50 + 300} đồng mỗi quý; ai không ${ways[(at + 1) % 4]} thì ` +
    `bị nhắc trước ${things[(at * 3 + 1) % 7]} của thôn thứ ${at + 11}.`
  );
});

const printed = async (house: LeakHouse, lines: readonly string[]) =>
  house.parts.paperPrinter.printPaper({
    superiorBody: '',
    body: '',
    number: '',
    placeAndDay: '',
    title: 'Luật Sông nước',
    subtitle: '',
    to: null,
    blocks: [{ kind: 'text', heading: '', lines }],
    signatures: [],
    notice: '',
  });

test('the same law as PDF and as Word file is one text, whichever comes first', async (t) => {
  const house = await leakHouse(t);
  const word = granted(await preview(house, makeDocx(['LUẬT SÔNG NƯỚC', ...CLAUSES])));
  const paper = granted(await preview(house, await printed(house, CLAUSES)));
  assert.notEqual(word.sha256, paper.sha256, 'not the same words one by one');
  const named = (...texts: readonly (readonly [string, string])[]) => ({
    texts: texts.map(([name, text]) => ({ name, published: 'Công báo', text })),
    reason: 'Luật công khai',
  });
  const add = (input: ReturnType<typeof named>) => addPublic(house.parts, as(house.officer), input);
  const both = await add(named(['Bản Word', word.text], ['Bản PDF', paper.text]));
  assert.ok(!both.ok, 'in one request');
  assert.deepEqual(both.refusals, [
    { code: 'already-done', facts: { which: 'Bản PDF = Bản Word' } },
  ]);
  granted(await add(named(['Bản PDF', paper.text])));
  const again = granted(await preview(house, makeDocx(['LUẬT SÔNG NƯỚC', ...CLAUSES])));
  assert.deepEqual([again.listed, again.sameAs], [true, 'Bản PDF']);
  const later = await add(named(['Bản Word', word.text]));
  assert.deepEqual(codesOf(later), ['already-done'], 'and later');
  assert.equal((await viewed(house)).publicTexts.length, 1);
});

test('the law with other sums, or amended, is a text of its own', async (t) => {
  const house = await leakHouse(t);
  await listPublic(house, CLAUSES.join('\n'));
  const raised = CLAUSES.map((line) => line.replace(' đồng', '00 đồng'));
  const amended = CLAUSES.map((line, at) =>
    at % 9 === 0
      ? line.replace(/phải .*;/, 'được miễn mọi thứ lệ phí trong cả năm đầu tiên;')
      : line,
  );
  for (const lines of [raised, amended]) {
    const seen = granted(await preview(house, makeDocx(lines)));
    assert.deepEqual([seen.listed, seen.sameAs], [false, null]);
    granted(await addPublic(house.parts, as(house.officer), asking(lines.join('\n'))));
  }
  assert.equal((await viewed(house)).publicTexts.length, 3);
});
