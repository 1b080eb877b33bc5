/**
 * How a refusal and a fault read, in both languages: shared by the server (problem titles), the
 * browser and the CLI. Total tables: a new code does not compile until it has its texts.
 */
import {
  addMs,
  dateInHanoi,
  parseCalendarDate,
  parseInstant,
  printDate,
} from '../core/common/calendar-date.ts';
import { type Citation, mayPrintAsLaw } from '../core/common/citation.ts';
import type { Refusal, RefusalFacts } from '../core/common/refusal.ts';
import type { RefusalCode } from '../core/common/refusal-code.ts';
import { refusalTextEn } from './refusal-text-en.ts';
import { refusalTextVi } from './refusal-text-vi.ts';

export type TextLanguage = 'vi' | 'en';

export type RefusalText = {
  /** What was refused, as a heading. */
  readonly what: string;
  /** Why, in one sentence that names the facts. */
  readonly why: string;
  /** What the person can do now. */
  readonly wayOut: string;
};

export const REFUSAL_TEXTS: Record<TextLanguage, Record<RefusalCode, RefusalText>> = {
  vi: refusalTextVi,
  en: refusalTextEn,
};

const LEVEL_NAMES: Record<TextLanguage, Readonly<Record<string, string>>> = {
  vi: { 'tuyet-mat': 'Tuyệt mật', 'toi-mat': 'Tối mật', mat: 'Mật' },
  en: { 'tuyet-mat': 'Top secret', 'toi-mat': 'Secret', mat: 'Confidential' },
};

/** A fact as a person reads it: level codes by name, dates as dd/MM/yyyy, moments in Hà Nội. */
export function printFact(fact: string | number, language: TextLanguage): string {
  const level = LEVEL_NAMES[language][String(fact)];
  if (level) return level;
  const date = parseCalendarDate(fact);
  if (date) return printDate(date);
  const instant = parseInstant(fact);
  if (!instant) return String(fact);
  return `${addMs(instant, 7 * 3_600_000).slice(11, 16)} ${printDate(dateInHanoi(instant))}`;
}

const FACT_NAME = /\{(\w+)\}/g;
const OPTIONAL_PART_OR_FACT = /\[([^\]]*)\]|\{\w+\}/g;

/** Fills `{name}` with facts; a `[part]` disappears when one of its facts is absent. */
export function fillText(template: string, facts: RefusalFacts, language: TextLanguage): string {
  const fill = (part: string): string =>
    part.replace(FACT_NAME, (_, name: string) => printFact(facts[name] ?? '', language));
  return template.replace(OPTIONAL_PART_OR_FACT, (whole, part?: string) => {
    if (part === undefined) return fill(whole);
    const known = [...part.matchAll(FACT_NAME)].every(([, name]) => name && name in facts);
    return known ? fill(part) : '';
  });
}

export function printRefusal(refusal: Refusal, language: TextLanguage): RefusalText {
  const text = REFUSAL_TEXTS[language][refusal.code];
  const facts = refusal.facts ?? {};
  return {
    what: fillText(text.what, facts, language),
    why: fillText(text.why, facts, language),
    wayOut: fillText(text.wayOut, facts, language),
  };
}

/** `Điều 5.1, 117/2025/QH15`; what is no confirmed law says so. */
export function printCitation(citation: Citation, language: TextLanguage): string {
  const article = `${language === 'vi' ? 'Điều' : 'Art.'} ${citation.article}`;
  const place = `${article}, ${citation.instrument}`;
  if (mayPrintAsLaw(citation)) return place;
  return `${place} (${language === 'vi' ? 'thông lệ' : 'practice'})`;
}
