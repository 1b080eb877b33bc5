import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentLine } from '../../contract/document.ts';
import type { MatchLine } from '../../contract/watch.ts';
import type { Level } from '../../core/level/level.ts';
import { orderMatches } from './queue-order.ts';

const AT = '2026-11-20T01:00:00.000Z';

const documentAt = (level: Level): DocumentLine => ({
  documentId: '11111111-1111-4111-8111-111111111111',
  origin: 'own',
  state: 'determined',
  level,
  documentType: null,
  summary: null,
  symbol: null,
  createdAt: AT,
  protectedUntil: null,
  declassified: false,
});

const match = (matchId: string, score: number, level: Level | null): MatchLine => ({
  matchId,
  score,
  state: 'open',
  foundAt: AT,
  document: level && documentAt(level),
  article: {
    articleId: '22222222-2222-4222-8222-222222222222',
    source: 'bao.example',
    url: null,
    title: null,
    publishedAt: null,
    capturedAt: AT,
    sha256: '00',
  },
});

test('the most secret is looked at first, then the clearest, then what may not be known', () => {
  const matches = [
    match('hidden', 0.99, null),
    match('mat', 0.98, 'mat'),
    match('weak toi-mat', 0.6, 'toi-mat'),
    match('tuyet-mat', 0.5, 'tuyet-mat'),
    match('strong toi-mat', 0.9, 'toi-mat'),
  ];
  assert.deepEqual(
    orderMatches(matches).map(({ matchId }) => matchId),
    ['tuyet-mat', 'strong toi-mat', 'weak toi-mat', 'mat', 'hidden'],
  );
});
