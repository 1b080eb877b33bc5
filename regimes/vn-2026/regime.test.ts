import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POWERS } from '../../core/authority/legal-post.ts';
import { CERTAINTIES, type Citation, mayPrintAsLaw } from '../../core/common/citation.ts';
import { LEVELS } from '../../core/level/level.ts';
import { vn2026 } from './regime.ts';

const unique = (values: readonly string[]) => assert.equal(new Set(values).size, values.length);

test('every code, number and reference stands once', () => {
  unique(vn2026.posts.map(({ code }) => code));
  unique(vn2026.fields.map(({ field }) => field));
  unique(vn2026.guideItems.map((item) => item.ref));
  unique(vn2026.guideDecisions.map(({ decisionNo }) => decisionNo));
  unique(vn2026.documentTypes.map(({ code }) => code));
  unique(vn2026.deadlines.map(({ code }) => code));
  unique(vn2026.stamps.map(({ code }) => code));
  unique(vn2026.instruments.map(({ number }) => number));
});

test('every item belongs to a decision of the register and to a field of the list', () => {
  for (const item of vn2026.guideItems) {
    assert.ok(vn2026.guideDecisions.some(({ decisionNo }) => decisionNo === item.decisionNo));
    const field = vn2026.fields.find((rule) => rule.field === item.field);
    assert.ok(field, item.ref);
    if (item.level === 'tuyet-mat') assert.ok(field.allowsTopLevel, item.ref);
    assert.ok(item.vi.length > 10 && item.en.length > 10);
    assert.equal(item.condition === 'before-adoption', item.adoptedBy !== undefined, item.ref);
  }
});

test('a shell holds no items; 1306/QĐ-TTg is one', () => {
  const shells = vn2026.guideDecisions.filter(({ items }) => items === 'shell');
  assert.ok(shells.some(({ decisionNo }) => decisionNo === '1306/QĐ-TTg'));
  for (const { decisionNo } of shells) {
    assert.ok(!vn2026.guideItems.some((item) => item.decisionNo === decisionNo));
  }
});

test('every group has every power rule exactly once', () => {
  assert.equal(vn2026.powers.length, 3 * POWERS.length);
  unique(vn2026.powers.map(({ group, power }) => `${group} ${power}`));
});

test('every deputy stands under a post of the table', () => {
  for (const post of vn2026.posts) {
    assert.equal(post.group === null, post.deputyOf.length > 0, post.code);
    for (const code of post.deputyOf) {
      assert.ok(vn2026.posts.some((other) => other.code === code && other.group !== null));
    }
  }
});

test('both registers have their ten columns, the cover its six fields', () => {
  assert.equal(vn2026.registerBooks.out.columns.length, 10);
  assert.equal(vn2026.registerBooks.in.columns.length, 10);
  assert.equal(vn2026.registerCover.length, 6);
  unique(vn2026.registerBooks.out.columns.map(({ code }) => code));
  unique(vn2026.registerBooks.in.columns.map(({ code }) => code));
});

/** Every citation anywhere in the regime. */
function* citations(value: unknown): Generator<Citation> {
  if (typeof value !== 'object' || value === null) return;
  if ('instrument' in value && 'article' in value) yield value as Citation;
  else for (const part of Object.values(value)) yield* citations(part);
}

test('every citation names an instrument of the register and how sure we are', () => {
  const known = new Set(vn2026.instruments.map(({ number }) => number));
  const all = [...citations(vn2026)];
  assert.ok(all.length > 100);
  for (const { instrument, article, certainty } of all) {
    assert.ok(known.has(instrument), instrument);
    assert.ok(article.length > 0);
    assert.ok(CERTAINTIES.includes(certainty));
  }
});

test('unconfirmed wording is never law: the stamp MẬT, the power to determine', () => {
  assert.equal(mayPrintAsLaw(vn2026.levels.mat.stamp.citation), false);
  assert.equal(mayPrintAsLaw(vn2026.levels['tuyet-mat'].stamp.citation), true);
  for (const { power, citation } of vn2026.powers) {
    assert.equal(mayPrintAsLaw(citation), power !== 'determine');
  }
  for (const level of LEVELS) assert.ok(mayPrintAsLaw(vn2026.levels[level].periodCitation));
});
