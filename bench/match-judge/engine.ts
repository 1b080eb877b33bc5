/** Fills the project's matcher with a case and measures what that costs. */
import { createMatcher, type Matcher, type MatcherOptions } from '../../core/match/matcher.ts';
import type { Case } from '../match-case/case.ts';
import type { Text } from '../match-case/corpus.ts';
import { bytesOf, cpuSeconds, percentile } from './clock.ts';

export type BuildFigures = {
  readonly documents: number;
  readonly sourceBytes: number;
  readonly learnMegabytesPerSecond: number;
  readonly buildMegabytesPerSecond: number;
  readonly indexBytesPerSourceByte: number;
  readonly textBytesPerSourceByte: number;
  readonly knowledgeBytes: number;
};
export type Build = { readonly matcher: Matcher; readonly figures: BuildFigures };
type Ground = Pick<Case, 'protected' | 'public' | 'background'>;

export function buildMatcher(bench: Ground, options: MatcherOptions): Build {
  const matcher = createMatcher(options);
  const learning = cpuSeconds(() => {
    for (const { text } of bench.public) matcher.addPublic(text);
    for (const { text } of bench.background) matcher.addBackground(text);
  });
  const building = cpuSeconds(() => {
    for (const { id, text } of bench.protected) matcher.addDocument(id, text);
    matcher.find('');
  });
  const sourceBytes = bytesOf(bench.protected);
  const { documents, indexBytes, documentBytes, knowledgeBytes } = matcher.size();
  const learnt = bytesOf(bench.public) + bytesOf(bench.background);
  const figures = {
    documents,
    sourceBytes,
    learnMegabytesPerSecond: learnt / 1e6 / learning,
    buildMegabytesPerSecond: sourceBytes / 1e6 / building,
    indexBytesPerSourceByte: indexBytes / sourceBytes,
    textBytesPerSourceByte: documentBytes / sourceBytes,
    knowledgeBytes,
  };
  return { matcher, figures };
}

/** Timed runs over all texts; the compiler works beside the first ones. */
const RUNS = 3;

/** Megabytes of text a second of CPU time: the median run after one that warms up. */
export function scanSpeed(matcher: Matcher, texts: readonly Text[]): number {
  const run = (): void => {
    for (const { text } of texts) matcher.find(text);
  };
  run();
  const seconds = Array.from({ length: RUNS }, () => cpuSeconds(run));
  return bytesOf(texts) / 1e6 / percentile(seconds, 0.5);
}
