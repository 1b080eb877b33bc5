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
} from '../../core/common/calendar-date.ts';
import { type Citation, mayPrintAsLaw } from '../../core/common/citation.ts';
import { EXTRACTION_CODES } from '../../core/common/extraction.ts';
import type { Refusal, RefusalFacts } from '../../core/common/refusal.ts';
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import type { DocumentStateName } from '../../core/document/document.ts';
import type { GuideCondition } from '../../core/guide/guide-item.ts';
import type { Level } from '../../core/level/level.ts';
import type { ReleaseStateName } from '../../core/publication/release.ts';
import type { RequestStateName } from '../../core/publication/request.ts';
import { EXTRACTION_REASONS } from './extraction-text.ts';
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

type NamedCode =
  | Level
  | DocumentStateName
  | RequestStateName
  | ReleaseStateName
  | Exclude<GuideCondition, 'none'>;

/** Codes that facts carry, by name; they share one table because no two mean different things. */
const CODE_NAMES: Record<TextLanguage, Record<NamedCode, string>> = {
  vi: {
    'tuyet-mat': 'Tuyệt mật',
    'toi-mat': 'Tối mật',
    mat: 'Mật',
    draft: 'dự thảo',
    proposed: 'chờ quyết định',
    returned: 'trả lại',
    determined: 'đã xác định',
    received: 'văn bản đến',
    'not-secret': 'không mật',
    embargoed: 'chờ công bố',
    void: 'đã bỏ',
    submitted: 'chờ cho công bố',
    cleared: 'đã cho công bố',
    'cleared-amended': 'đã cho công bố bản sửa',
    objected: 'không đồng ý công bố',
    appealed: 'chờ xem lại',
    upheld: 'giữ ý kiến không đồng ý',
    withdrawn: 'đã rút',
    planned: 'chưa đến thời điểm',
    released: 'đã công bố',
    cancelled: 'đã hủy',
    unpublished: 'chưa công bố',
    'before-adoption': 'chưa được thông qua',
    'exam-rules': 'chưa công khai theo quy chế thi',
  },
  en: {
    'tuyet-mat': 'Top secret',
    'toi-mat': 'Secret',
    mat: 'Confidential',
    draft: 'draft',
    proposed: 'awaiting decision',
    returned: 'returned',
    determined: 'determined',
    received: 'incoming',
    'not-secret': 'not secret',
    embargoed: 'under embargo',
    void: 'given up',
    submitted: 'awaiting clearance',
    cleared: 'cleared',
    'cleared-amended': 'cleared as amended',
    objected: 'objected to',
    appealed: 'under appeal',
    upheld: 'objection upheld',
    withdrawn: 'withdrawn',
    planned: 'planned',
    released: 'released',
    cancelled: 'cancelled',
    unpublished: 'unpublished',
    'before-adoption': 'not yet adopted',
    'exam-rules': 'not yet made public under the exam rules',
  },
};

const nameOf = (code: string | number, language: TextLanguage): string | undefined => {
  const names: Readonly<Record<string, string>> = CODE_NAMES[language];
  return Object.hasOwn(names, code) ? names[code] : undefined;
};

/** A fact as a person reads it: codes by name, dates as dd/MM/yyyy, moments in Hà Nội. */
export function printFact(fact: string | number, language: TextLanguage): string {
  const name = nameOf(fact, language);
  if (name) return name;
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

/** Of a file, the reader's own reason says more than that it cannot be read. */
function textOf({ code, facts }: Refusal, language: TextLanguage): RefusalText {
  const text = REFUSAL_TEXTS[language][code];
  const found = EXTRACTION_CODES.find((one) => one === facts?.code);
  if (!found) return text;
  const { why, wayOut } = EXTRACTION_REASONS[language][found];
  if (code === 'article-unreadable') return { ...text, why };
  return code === 'file-unreadable' ? { ...text, why, wayOut } : text;
}

export function printRefusal(refusal: Refusal, language: TextLanguage): RefusalText {
  const text = textOf(refusal, language);
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
