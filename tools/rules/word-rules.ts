/**
 * Words that no file holds: work left to do, paths of one machine, addresses of package hosts, and
 * talk about how the project was made instead of the project.
 */
import type { Finding, TextFile } from '../source-tree.ts';

type WordRule = { readonly word: RegExp; readonly because: string; readonly but?: RegExp };

/** `[T]ODO` and the like keep this file clear of its own rules. */
const WORD_RULES: readonly WordRule[] = [
  { word: /\b([T]ODO|[F]IXME|[H]ACK)\b/, because: 'work left to do: do it or drop it' },
  {
    word: /(^|[\s'"`(=])\/(work|root)\/|\/home\/[a-z]+\//,
    because: 'a path of one machine',
  },
  {
    word: /[r]egistry\.npm|[n]pmmirror|"[r]esolved": "http|:\/\/[\w.-]*[r]egistry\b/,
    because: 'a package host',
  },
  {
    word: /\b([c]laude|[c]hatgpt|[c]opilot|[a]nthropic|[o]penai)\b/i,
    because: 'no part of the project',
  },
  {
    word: /\b[i]ssue #?\d+\b|\b[s]ub-?agent\b|\bthe [b]rief\b/i,
    because: 'speaks of how it was made',
  },
];

export function findBannedWords(file: TextFile): Finding[] {
  return file.text.split('\n').flatMap((line, at) => {
    const rule = WORD_RULES.find((each) => each.word.test(line));
    if (!rule || rule.but?.test(file.path)) return [];
    const word = rule.word.exec(line)?.[0].trim();
    return [{ path: file.path, line: at + 1, what: `"${word}": ${rule.because}` }];
  });
}
