/**
 * The classification guide (danh mục bí mật nhà nước): items of decisions by the Prime Minister,
 * law art. 9. Validity is per item, since a decision may repeal single clauses of an older one.
 * Texts are paraphrases; `certainty` says how the item became known.
 */
import type { Brand } from '../common/brand.ts';
import type { CalendarDate } from '../common/calendar-date.ts';
import type { Certainty, Citation } from '../common/citation.ts';
import type { Level } from '../level/level.ts';

/** `2500/QĐ-TTg:2.1.a`: decision number, colon, address or running mark inside it. */
export type GuideItemRef = Brand<string, 'GuideItemRef'>;

/** What switches the item off: once it is published, adopted or released, it is no secret. */
export const GUIDE_CONDITIONS = ['none', 'unpublished', 'before-adoption', 'exam-rules'] as const;
export type GuideCondition = (typeof GUIDE_CONDITIONS)[number];

/** A code of the regime's list of fields (art. 7). */
export type FieldCode = string;

export type GuideItem = {
  readonly ref: GuideItemRef;
  readonly decisionNo: string;
  /** Article, clause and point; null where only the existence of the item is known. */
  readonly article: string | null;
  readonly clause: string | null;
  readonly point: string | null;
  readonly level: Level;
  readonly field: FieldCode;
  readonly vi: string;
  readonly en: string;
  readonly condition: GuideCondition;
  /** Who adopts, for `before-adoption`. */
  readonly adoptedBy?: string;
  /** Null when the day is not known: such an item is not in force until the day is entered. */
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly certainty: Certainty;
};

export type GuideDecision = {
  readonly decisionNo: string;
  readonly date: CalendarDate | null;
  readonly vi: string;
  readonly en: string;
  readonly state: 'in-force' | 'in-force-when-seen' | 'partly-repealed' | 'replaced' | 'unknown';
  readonly replacedBy: string | null;
  /** `complete`: every item is here; `partial`: some; `shell`: number, date and title only. */
  readonly items: 'complete' | 'partial' | 'shell';
  readonly noteVi: string | null;
  readonly noteEn: string | null;
  readonly certainty: Certainty;
};

export type FieldRule = {
  readonly field: FieldCode;
  readonly vi: string;
  readonly en: string;
  /** Tuyệt mật exists only in the five fields named by art. 8. */
  readonly allowsTopLevel: boolean;
  readonly citation: Citation;
};

const REF = /^[^\s:]{1,40}:[\p{L}\d.-]{1,40}$/u;

export function parseGuideItemRef(value: unknown): GuideItemRef | null {
  return typeof value === 'string' && REF.test(value) ? (value as GuideItemRef) : null;
}

/** The address as a Vietnamese document cites it, smallest part first. */
export function printGuideItem(item: GuideItem): string {
  const parts = [
    item.point && `điểm ${item.point}`,
    item.clause && `khoản ${item.clause}`,
    item.article && `Điều ${item.article}`,
    `Quyết định ${item.decisionNo}`,
  ].filter(Boolean);
  return parts.join(' ') + (item.article ? '' : ' (chưa rõ điều, khoản)');
}
