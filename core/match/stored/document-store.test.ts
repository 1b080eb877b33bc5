import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tokens } from '../text/tokens.ts';
import { LanguageModel } from '../wording/language-model.ts';
import { DocumentStore } from './document-store.ts';
import { StoredTokens } from './stored-tokens.ts';
import { TokenCode } from './token-code.ts';

const TEXTS: Readonly<Record<string, string>> = {
  usual: 'Tổ giúp việc đề nghị hoãn công bố danh sách của quận Sông Hoa '.repeat(20),
  empty: '',
  short: 'x',
  decomposed: 'Trạm quan trắc số ba dời về bãi Cát Vàng. '.repeat(12).normalize('NFD'),
  figures: 'Ngày 05/01/2031, 12.500 đồng; 007, 4096 và 98765432101234567890 — 3,5 %. '.repeat(9),
  far: `đầu${' '.repeat(300)}cuối ${'nghiêng'.repeat(90)} hết`,
  foreign: 'nha\u200bnuoc 密文 ქართული 𝐜đ \ud83d e-mail TT-BCA (Đã ký) "…" ',
};

function tokensOf(text: string): Tokens {
  const tokens = new Tokens();
  tokens.tokenise(text);
  return tokens;
}

/** The code of a model that read nothing. */
function codeOf(): TokenCode {
  const model = new LanguageModel();
  model.freeze();
  const code = new TokenCode();
  code.fit(model.bitsAlone());
  return code;
}

function readerOf(store: DocumentStore): StoredTokens {
  const reader = new StoredTokens(store);
  reader.open(store);
  return reader;
}

function assertPlaces(store: DocumentStore, name: string): void {
  const reader = readerOf(store);
  const tokens = tokensOf(TEXTS[name] as string);
  const document = store.find(name) as number;
  assert.equal(store.countOf(document), tokens.count);
  for (let at = 0; at < tokens.count; at++) {
    const position = store.firstOf(document) + at;
    assert.equal(store.documentAt(position), document, `${name} ${at}`);
    assert.equal(reader.idAt(position), tokens.ids[at]);
    assert.deepEqual(
      reader.placeOf(position),
      [tokens.starts[at], tokens.ends[at]],
      `${name}, token ${at}`,
    );
  }
  const end = store.firstOf(document) + tokens.count;
  assert.equal(reader.idAt(end), 0, 'after its end a document has no token');
}

function laidOut(): DocumentStore {
  const store = new DocumentStore(codeOf());
  for (const [name, text] of Object.entries(TEXTS)) store.add(name, tokensOf(text));
  return store;
}

test('every token of every document keeps its place, usual or odd', () => {
  const store = laidOut();
  for (const name of Object.keys(TEXTS)) assertPlaces(store, name);
});

test('a copied document keeps its places among others', () => {
  const before = laidOut();
  const after = new DocumentStore(codeOf());
  after.add('another', tokensOf('một tài liệu khác, ngắn hơn.'));
  for (const document of before.living()) after.copy(readerOf(before), document);
  for (const name of Object.keys(TEXTS)) assertPlaces(after, name);
});

test('usual text takes little more than its tokens', () => {
  const store = new DocumentStore(codeOf());
  const tokens = tokensOf((TEXTS.usual as string).repeat(500));
  store.add('long', tokens);
  assert.ok(store.bytes < tokens.count * 2, `${store.bytes / tokens.count} bytes a token`);
});
