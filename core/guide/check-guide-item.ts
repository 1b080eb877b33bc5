/**
 * Whether a guide item carries a proposed level. Law 117/2025/QH15 art. 5.1 forbids determining
 * what no list names; art. 8 keeps Tuyệt mật to five fields. Called when a proposal is put
 * forward and again when it is decided, because an item may lapse in between.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import { type Outcome, permitUnless, type Refusal, refuse } from '../common/refusal.ts';
import type { Level } from '../level/level.ts';
import type { FieldRule, GuideItem, GuideItemRef } from './guide-item.ts';

export type GuideLaw = {
  readonly fields: readonly FieldRule[];
  readonly guideItems: readonly GuideItem[];
};

export type GuideQuestion = {
  readonly law: GuideLaw;
  readonly ref: GuideItemRef | null;
  readonly level: Level;
  /** The proposer declares that what switches the item off has not happened. */
  readonly conditionAttested: boolean;
  readonly on: CalendarDate;
};

const NO_UNLISTED: Citation = {
  instrument: '117/2025/QH15',
  article: '5.1',
  certainty: 'confirmed',
};
const BY_LIST: Citation = { instrument: '117/2025/QH15', article: '10', certainty: '2018-text' };
const TOP_FIELDS: Citation = { instrument: '117/2025/QH15', article: '8', certainty: '2018-text' };

export function findGuideItem(
  items: readonly GuideItem[],
  ref: GuideItemRef,
): GuideItem | undefined {
  return items.find((item) => item.ref === ref);
}

export function isItemInForce(item: GuideItem, on: CalendarDate): boolean {
  if (item.validFrom === null || item.validFrom > on) return false;
  return item.validUntil === null || on <= item.validUntil;
}

/** Permits with the item, or refuses with every reason at once. */
export function checkGuideItem(question: GuideQuestion): Outcome<GuideItem> {
  const { law, ref, level, on } = question;
  if (ref === null) return refuse({ code: 'guide-item-missing', article: NO_UNLISTED });
  const item = findGuideItem(law.guideItems, ref);
  if (!item)
    return refuse({ code: 'guide-item-unknown', article: NO_UNLISTED, facts: { item: ref } });
  const refusals: Refusal[] = [];
  if (!isItemInForce(item, on)) {
    refusals.push({
      code: 'guide-item-not-in-force',
      article: BY_LIST,
      facts: {
        item: ref,
        ...(item.validFrom === null ? {} : { from: item.validFrom }),
        ...(item.validUntil === null ? {} : { until: item.validUntil }),
      },
    });
  }
  if (item.level !== level) {
    refusals.push({
      code: 'guide-item-level-mismatch',
      article: BY_LIST,
      facts: { item: ref, itemLevel: item.level, level },
    });
  }
  if (item.condition !== 'none' && !question.conditionAttested) {
    refusals.push({
      code: 'guide-condition-unmet',
      article: BY_LIST,
      facts: { item: ref, condition: item.condition },
    });
  }
  const field = law.fields.find((rule) => rule.field === item.field);
  if (level === 'tuyet-mat' && !field?.allowsTopLevel) {
    refusals.push({
      code: 'field-forbids-top-level',
      article: TOP_FIELDS,
      facts: { field: item.field },
    });
  }
  return permitUnless(refusals, item);
}
