/**
 * What a drafter proposes (law art. 10; decree 26/2020 art. 2): level and guide item, scope of
 * circulation, recipients, copies, copying allowed or not. A draft is secret from its first line.
 * Tuyệt mật has no summary: the type has no place for one, and `parseProposal` refuses it.
 */
import { type CalendarDate, parseCalendarDate } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import { type Outcome, permit, type Refusal, refuse } from '../common/refusal.ts';
import { type GuideItemRef, parseGuideItemRef } from '../guide/guide-item.ts';
import { type Level, parseLevel } from '../level/level.ts';

/** Level and summary, so tied that a Tuyệt mật summary cannot be written down. */
export type Wording =
  | { readonly level: 'tuyet-mat'; readonly summary?: never }
  | { readonly level: Exclude<Level, 'tuyet-mat'>; readonly summary: string };

/** A code of the regime's table of document types. */
export type DocumentType = string;

export type Terms = {
  readonly documentType: DocumentType;
  /** Null only in a draft: nothing is proposed without a guide item. */
  readonly guideItem: GuideItemRef | null;
  readonly conditionAttested: boolean;
  /** Phạm vi lưu hành. */
  readonly circulation: string;
  readonly recipients: readonly string[];
  readonly copies: number;
  readonly copyingAllowed: boolean;
  /** An end earlier than the level's own period, only for a secret about an activity. */
  readonly shorterPeriod: { readonly aboutActivity: boolean; readonly until: CalendarDate } | null;
};

export type Proposal = Wording & Terms;

export const MAX_COPIES = 9_999;
const MAX_TEXT = 2_000;
const MAX_RECIPIENTS = 500;

export const NO_TOP_SUMMARY: Citation = {
  instrument: '63/2026/NĐ-CP',
  article: 'Phụ lục III',
  certainty: 'confirmed-2',
};

function parseText(value: unknown): string | null {
  if (typeof value !== 'string' || !value.isWellFormed()) return null;
  const text = value.normalize('NFC').trim();
  return text.length > 0 && text.length <= MAX_TEXT ? text : null;
}

/** Level and summary; refuses any Tuyệt mật summary without repeating a word of it. */
export function parseWording(value: { level?: unknown; summary?: unknown }): Outcome<Wording> {
  const level = parseLevel(value.level);
  if (level === null) return refuse(invalid('level'));
  if (level === 'tuyet-mat') {
    if (value.summary === undefined || value.summary === null) return permit({ level });
    return refuse({ code: 'summary-forbidden', article: NO_TOP_SUMMARY });
  }
  const summary = parseText(value.summary);
  return summary === null ? refuse(invalid('summary')) : permit({ level, summary });
}

function invalid(field: string): Refusal {
  return { code: 'invalid-input', facts: { field } };
}

function parseRecipients(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_RECIPIENTS) return null;
  const recipients = value.map(parseText);
  return recipients.every((recipient) => recipient !== null) ? recipients : null;
}

/** `undefined` when malformed, null when there is none. */
function parseShorterPeriod(value: unknown): Terms['shorterPeriod'] | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return undefined;
  const { aboutActivity, until } = value as { aboutActivity?: unknown; until?: unknown };
  const day = parseCalendarDate(until);
  return day === null ? undefined : { aboutActivity: aboutActivity === true, until: day };
}

type Untrusted = { readonly [Field in keyof Terms | 'level' | 'summary']?: unknown };

function parseTerms(value: Untrusted): Outcome<Terms> {
  const refusals: Refusal[] = [];
  const documentType = parseText(value.documentType);
  if (documentType === null) refusals.push(invalid('documentType'));
  const guideItem = value.guideItem == null ? null : parseGuideItemRef(value.guideItem);
  if (value.guideItem != null && guideItem === null) refusals.push(invalid('guideItem'));
  const circulation = parseText(value.circulation);
  if (circulation === null) refusals.push(invalid('circulation'));
  const recipients = parseRecipients(value.recipients);
  if (recipients === null) refusals.push(invalid('recipients'));
  const copies = value.copies;
  const copiesFit = Number.isSafeInteger(copies) && Number(copies) >= 1;
  if (!copiesFit || Number(copies) > MAX_COPIES) {
    refusals.push({ code: 'copies-out-of-range', facts: { max: MAX_COPIES } });
  }
  const shorterPeriod = parseShorterPeriod(value.shorterPeriod);
  if (shorterPeriod === undefined) refusals.push(invalid('shorterPeriod'));
  if (
    refusals.length > 0 ||
    documentType === null ||
    circulation === null ||
    recipients === null ||
    shorterPeriod === undefined
  ) {
    return { ok: false, refusals };
  }
  return permit({
    documentType,
    guideItem,
    conditionAttested: value.conditionAttested === true,
    circulation,
    recipients,
    copies: Number(copies),
    copyingAllowed: value.copyingAllowed === true,
    shorterPeriod,
  });
}

/** Parses attacker-controlled input into a proposal, or names every field at fault. */
export function parseProposal(value: unknown): Outcome<Proposal> {
  if (typeof value !== 'object' || value === null) return refuse(invalid('proposal'));
  const fields = value as Untrusted;
  const wording = parseWording(fields);
  const terms = parseTerms(fields);
  if (wording.ok && terms.ok) return permit({ ...wording.value, ...terms.value });
  return {
    ok: false,
    refusals: [...(wording.ok ? [] : wording.refusals), ...(terms.ok ? [] : terms.refusals)],
  };
}
