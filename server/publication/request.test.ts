import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docxParts, wordParagraphs } from '../../adapters/extract/testing/office-maker.ts';
import { makePdf } from '../../adapters/extract/testing/pdf-maker.ts';
import { drawLines } from '../../adapters/extract/testing/picture-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import type { PersonId } from '../../core/common/id.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import {
  CLEAN_NEWS,
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
} from '../../testkit/leak.ts';
import { clearAmended } from './clear-amended.ts';
import { allowAppeal, appeal, clear, object, uphold, withdraw } from './decide.ts';
import { listRecords, listRequests } from './list-requests.ts';
import { recordPublication, viewDifference } from './record.ts';
import { revise, submit } from './submit.ts';
import { takeFile } from './take-file.ts';
import { viewRequest } from './view-request.ts';

const ASKING = { medium: 'press-statement', title: 'Thông cáo tuần', wantedOn: null } as const;

type Press = LeakHouse & { readonly press: PersonId; readonly head: PersonId };

async function pressHouse(t: Parameters<typeof leakHouse>[0]): Promise<Press> {
  const house = await leakHouse(t);
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  const head = await house.addPerson({ duties: ['head'], level: 'tuyet-mat' });
  return { ...house, press, head };
}

async function submitted(house: Press, text: string): Promise<string> {
  const asked = await submit(house.parts, as(house.press), { ...ASKING, words: { text } });
  return granted(asked).requestId;
}

const view = async (house: Press, who: PersonId, requestId: string) =>
  granted(await viewRequest(house.parts, as(who), { requestId }));

test('a clean text is cleared by somebody else and its record compared word by word', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar } = house;
  const requestId = await submitted(house, CLEAN_NEWS);
  assert.deepEqual((await view(house, registrar, requestId)).may, [
    'clear',
    'clear-amended',
    'object',
  ]);
  const own = await clear(parts, as(press), { requestId, note: '' });
  assert.ok(codesOf(own).includes('not-your-duty'));
  granted(await clear(parts, as(registrar), { requestId, note: '' }));
  const place = { requestId, outlet: 'Cổng thông tin', publishedAt: '2026-11-02T04:00:00Z' };
  const published = { text: CLEAN_NEWS.replace('hai mươi đội', 'ba mươi đội') };
  const record = granted(await recordPublication(parts, as(press), { ...place, published }));
  assert.deepEqual([record.comparison, record.removedWords, record.addedWords], ['differs', 1, 1]);
  const { recordId } = record;
  const difference = granted(await viewDifference(parts, as(press), { requestId, recordId }));
  assert.deepEqual(
    difference.changes.filter(({ kind }) => kind !== 'same'),
    [
      { kind: 'removed', text: 'hai' },
      { kind: 'added', text: 'ba' },
    ],
  );
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title></head>
    <body><article><h1>Tin</h1><p>${CLEAN_NEWS}</p></article></body></html>`;
  const captured = { file: utf8(page), fileName: 'trang.html' };
  const second = granted(
    await recordPublication(parts, as(press), { ...place, published: captured }),
  );
  assert.ok(second.removedWords === 0);
  assert.equal(granted(await listRecords(parts, as(press))).records.length, 2);
});

/** A document of an office program: its author's name stands in it and is shown to nobody. */
function documentOf(text: string): Buffer {
  const author = '<dc:creator>Người soạn ở phòng hành chính</dc:creator>';
  const core = `<cp xmlns:dc="http://purl.org/dc/elements/1.1/">${author}</cp>`;
  const body = wordParagraphs(text.split('\n'));
  return makeZip([...docxParts(body), { name: 'docProps/core.xml', bytes: core }]);
}

const siteOf = (...pages: readonly string[]): Buffer =>
  makeZip(
    pages.map((text, at) => ({
      name: `trang-${at}.html`,
      bytes: `<!doctype html><html><body><nav>Trang chủ</nav><p>${text}</p></body></html>`,
    })),
  );

async function clearedFile(house: Press, file: Uint8Array): Promise<string> {
  const { parts, press, registrar } = house;
  const asked = await submit(parts, as(press), { ...ASKING, words: { file } });
  const { requestId } = granted(asked);
  granted(await clear(parts, as(registrar), { requestId, note: '' }));
  return requestId;
}

const PLACE = { outlet: 'Cổng thông tin', publishedAt: '2026-11-02T04:00:00Z' };
const SECOND = 'Thư viện thành phố mở cửa cả ngày chủ nhật cho học sinh ôn thi.';

test('of a cleared file, what its reader is shown is compared with the published', async (t) => {
  const house = await pressHouse(t);
  const { parts, press } = house;
  const requestId = await clearedFile(house, documentOf(`${CLEAN_NEWS}\n${SECOND}`));
  const seen = await view(house, press, requestId);
  assert.ok(seen.text?.includes('Người soạn ở phòng hành chính'));
  const shown = `${CLEAN_NEWS} ${SECOND}`;
  for (const published of [
    { text: shown },
    { file: makePdf([shown.match(/.{1,60}(?= |$)/g) ?? []]), fileName: 'a.pdf' },
    { file: documentOf(shown), fileName: 'b.docx' },
    { file: siteOf('Trang khác hẳn, không phải bài này', shown), fileName: 'c.zip' },
  ]) {
    const record = granted(
      await recordPublication(parts, as(press), { ...PLACE, requestId, published }),
    );
    assert.equal(record.removedWords, 0, JSON.stringify(published).slice(0, 80));
    const isSavedPage = 'fileName' in published && published.fileName === 'c.zip';
    if (!isSavedPage) assert.equal(record.comparison, 'same');
  }
  const broken = { file: Buffer.alloc(0), fileName: 'rong.html' };
  const refused = await recordPublication(parts, as(press), {
    ...PLACE,
    requestId,
    published: broken,
  });
  assert.deepEqual(codesOf(refused), ['article-unreadable']);
});

test('a cleared export of a site is compared page by page with the site', async (t) => {
  const house = await pressHouse(t);
  const { parts, press } = house;
  const requestId = await clearedFile(house, siteOf(CLEAN_NEWS, SECOND));
  const compare = async (file: Buffer) => {
    const published = { file, fileName: 'site.zip' };
    return granted(await recordPublication(parts, as(press), { ...PLACE, requestId, published }));
  };
  assert.equal((await compare(siteOf(CLEAN_NEWS, SECOND))).comparison, 'same');
  const changed = await compare(siteOf(CLEAN_NEWS, SECOND.replace('chủ nhật', 'thứ bảy')));
  assert.deepEqual([changed.removedWords, changed.addedWords], [2, 2]);
});

test('a file that could not be read whole is cleared only with a reason', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar } = house;
  const embedded = {
    name: 'word/embeddings/cu.bin',
    bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  };
  const file = makeZip([...docxParts(wordParagraphs([CLEAN_NEWS])), embedded]);
  const asked = await submit(parts, as(press), { ...ASKING, words: { file } });
  const { requestId } = granted(asked);
  const bare = await clear(parts, as(registrar), { requestId, note: ' ' });
  assert.deepEqual(codesOf(bare), ['reason-missing']);
  granted(await clear(parts, as(registrar), { requestId, note: 'Đã mở tệp nhúng xem bằng mắt' }));
});

test('what touches a secret is shown to and cleared by its readers alone', async (t) => {
  const house = await pressHouse(t);
  const { parts, registrar, head } = house;
  const requestId = await submitted(house, LEAKING_NEWS);
  const blind = await view(house, registrar, requestId);
  assert.deepEqual([blind.contents, blind.text, blind.verdict?.documents], ['hidden', null, []]);
  assert.ok(blind.verdict?.hidden);
  assert.ok(blind.may.includes('object') && !blind.may.includes('clear'));
  assert.ok(!JSON.stringify(blind).includes(house.documentId));
  const refused = await clear(parts, as(registrar), { requestId, note: 'Không sao' });
  assert.deepEqual(codesOf(refused), ['touches-protected']);
  await house.letRead(house.documentId, head);
  const seeing = await view(house, head, requestId);
  assert.equal(seeing.text, LEAKING_NEWS);
  assert.equal(seeing.verdict?.documents[0]?.line.documentId, house.documentId);
  const bare = await clear(parts, as(head), { requestId, note: ' ' });
  assert.deepEqual(codesOf(bare), ['reason-missing']);
  granted(await clear(parts, as(head), { requestId, note: 'Đã công bố trước đây' }));
});

test('cleared as amended: the amended words, checked and named by their hash', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, head } = house;
  await house.letRead(house.documentId, head);
  const requestId = await submitted(house, LEAKING_NEWS);
  const decide = (text: string, note = '') =>
    clearAmended(parts, as(head), { requestId, note, text });
  assert.deepEqual(codesOf(await decide(LEAKING_NEWS, 'x')), ['text-unchanged']);
  granted(await decide(CLEAN_NEWS, 'Bỏ câu thứ hai'));
  const seen = await view(house, press, requestId);
  assert.equal(seen.line.state, 'cleared-amended');
  assert.equal(seen.text, CLEAN_NEWS);
  assert.equal(seen.texts.at(-1)?.sha256, seen.sha256);
  assert.ok(seen.amendment?.some(({ kind }) => kind === 'removed'));
  const { rows } = await house.database.admin.query(
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'publication.clear-amended'
       AND convert_from(body, 'UTF8')::jsonb -> 'refused' IS NULL`,
  );
  assert.deepEqual(
    rows.map(({ facts }) => facts.sha256),
    [seen.sha256],
  );
});

test('an objection has its reason, is revised or appealed, and reviewed by another', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar, head } = house;
  const requestId = await submitted(house, CLEAN_NEWS);
  const bare = await object(parts, as(registrar), { requestId, reason: '' });
  assert.deepEqual(codesOf(bare), ['reason-missing']);
  granted(await object(parts, as(registrar), { requestId, reason: 'Chưa đến lúc' }));
  granted(await revise(parts, as(press), { requestId, words: { text: `${CLEAN_NEWS} Hết.` } }));
  granted(await object(parts, as(registrar), { requestId, reason: 'Vẫn chưa' }));
  granted(await appeal(parts, as(press), { requestId, reason: 'Đã đến lúc' }));
  const early = await uphold(parts, as(registrar), { requestId, reason: 'x' });
  assert.deepEqual(codesOf(early), ['objector-reviews', 'not-your-duty']);
  granted(await allowAppeal(parts, as(head), { requestId, note: '' }));
  const seen = await view(house, press, requestId);
  assert.deepEqual([seen.line.state, seen.version], ['cleared', 2]);
});

test('others learn of no request; what is cleared is known to the press officers', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar, drafter } = house;
  const colleague = await house.addPerson({ duties: ['press-officer'], level: null });
  const requestId = await submitted(house, CLEAN_NEWS);
  const seenBy = async (who: PersonId) =>
    granted(await listRequests(parts, as(who), {})).requests.length;
  assert.deepEqual([await seenBy(press), await seenBy(registrar)], [1, 1]);
  assert.deepEqual([await seenBy(colleague), await seenBy(drafter)], [0, 0]);
  const strange = await viewRequest(parts, as(colleague), { requestId });
  assert.deepEqual(codesOf(strange), ['not-found']);
  granted(await clear(parts, as(registrar), { requestId, note: '' }));
  assert.deepEqual([await seenBy(colleague), await seenBy(drafter)], [1, 0]);
  const none = await listRequests(parts, as(house.officer), {});
  assert.deepEqual(codesOf(none), ['not-your-duty']);
});

test('no word of a request stands in the database or the ledger', async (t) => {
  const house = await pressHouse(t);
  const canary = 'chim hoàng yến bảy ba sáu một';
  const requestId = await submitted(house, `${CLEAN_NEWS} ${canary}`);
  granted(await withdraw(house.parts, as(house.press), { requestId }));
  const { rows } = await house.database.admin.query(
    `SELECT (SELECT count(*) FROM publication_text t WHERE t::text LIKE '%hoàng yến%')
      + (SELECT count(*) FROM publication_request r WHERE r::text LIKE '%hoàng yến%')
      + (SELECT count(*) FROM ledger_entry
         WHERE convert_from(body, 'UTF8') LIKE '%hoàng yến%') AS n`,
  );
  assert.equal(rows[0].n, 0);
});

test('while the vault is sealed nothing is handed in or cleared', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar } = house;
  const requestId = await submitted(house, CLEAN_NEWS);
  parts.seal.seal();
  const asked = await submit(parts, as(press), { ...ASKING, words: { text: CLEAN_NEWS } });
  assert.deepEqual(codesOf(asked), ['vault-sealed']);
  const cleared = await clear(parts, as(registrar), { requestId, note: '' });
  assert.deepEqual(codesOf(cleared), ['vault-sealed']);
  assert.equal((await view(house, registrar, requestId)).contents, 'sealed');
});

test('the file itself goes to whom its words are shown, and each taking is recorded', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar, head } = house;
  await house.letRead(house.documentId, head);
  const file = documentOf(LEAKING_NEWS);
  const { requestId } = granted(await submit(parts, as(press), { ...ASKING, words: { file } }));
  const textId = (await view(house, press, requestId)).texts[0]?.textId ?? '';
  const take = (who: PersonId) => takeFile(parts, as(who), { requestId, textId });
  for (const who of [press, head]) {
    const taken = granted(await take(who));
    assert.ok(file.equals(taken.bytes));
    assert.equal(taken.fileName, 'van-ban-1.docx');
  }
  assert.deepEqual(codesOf(await take(registrar)), ['touches-protected']);
  const stranger = await house.addPerson({ duties: ['watch-officer'], level: 'tuyet-mat' });
  assert.deepEqual(codesOf(await take(stranger)), ['not-your-duty']);
  const missing = { requestId, textId: requestId };
  assert.deepEqual(codesOf(await takeFile(parts, as(press), missing)), ['not-found']);
  const { rows } = await house.database.admin.query(
    `SELECT count(*)::int AS count FROM ledger_entry WHERE verb = 'publication.view'
       AND convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'contents' = 'file'`,
  );
  assert.equal(rows[0]?.count, 2);
  parts.seal.seal();
  assert.deepEqual(codesOf(await take(press)), ['vault-sealed']);
});

test('a photograph without words can be asked for, and is named by its own hash', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar } = house;
  const file = drawLines([]).toBuffer('image/png');
  const { requestId } = granted(await submit(parts, as(press), { ...ASKING, words: { file } }));
  const seen = await view(house, registrar, requestId);
  assert.deepEqual([seen.text, seen.sha256], ['', sha256(file).toHex()]);
  granted(await clear(parts, as(registrar), { requestId, note: '' }));
});

const entriesOf = async (house: Press, verb: string): Promise<number> => {
  const { rows } = await house.database.admin.query(
    'SELECT count(*)::int AS count FROM ledger_entry WHERE verb = $1',
    [verb],
  );
  return rows[0]?.count;
};

test('where a request is hidden no document is read, and no reading recorded', async (t) => {
  const house = await pressHouse(t);
  await house.addSecret(OTHER_SECRET_TEXT);
  await house.letRead(house.documentId, house.head);
  const requestId = await submitted(house, `${LEAKING_NEWS}\n${OTHER_SECRET_TEXT}`);
  const before = await entriesOf(house, 'access.read');
  const seen = await view(house, house.head, requestId);
  assert.deepEqual([seen.contents, seen.verdict?.documents], ['hidden', []]);
  assert.ok(seen.verdict?.touchesProtected);
  assert.equal(await entriesOf(house, 'access.read'), before);
});

test('a decision falls on the version compared, not on another of the same words', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, registrar } = house;
  const requestId = await submitted(house, CLEAN_NEWS);
  const again = async (words: Parameters<typeof revise>[2]['words']) =>
    granted(await revise(parts, as(press), { requestId, words }));
  let isFirst = true;
  const compareIndex = {
    ...parts.compareIndex,
    async find(text: string, among?: ReadonlySet<string>) {
      if (isFirst) {
        isFirst = false;
        await again({ text: `${CLEAN_NEWS} Hết.` });
        await again({ text: CLEAN_NEWS });
      }
      return parts.compareIndex.find(text, among);
    },
  };
  const cleared = await clear({ ...parts, compareIndex }, as(registrar), { requestId, note: '' });
  assert.deepEqual(codesOf(cleared), ['already-done']);
});
