import type { Certainty } from '../../../core/common/citation.ts';
import type { GuideCondition } from '../../../core/guide/guide-item.ts';
import { catalogue } from '../../text/catalogue.ts';

type Conditions = Record<Exclude<GuideCondition, 'none'>, string>;
type Certainties = Record<Certainty, string>;

export const guideText = catalogue({
  vi: {
    decision: (decision: string, mark: string) => `Quyết định ${decision}, mục ${mark}`,
    unplaced: (decision: string, mark: string) =>
      `Quyết định ${decision}, chưa rõ điều, khoản (${mark})`,
    condition: {
      unpublished: 'Chỉ khi chưa công bố',
      'before-adoption': 'Chỉ trước khi được thông qua',
      'exam-rules': 'Chỉ đến khi công khai theo quy chế thi',
    } satisfies Conditions,
    attest: {
      unpublished: 'Tôi xác nhận: nội dung này chưa được công bố.',
      'before-adoption': 'Tôi xác nhận: nội dung này chưa được cấp có thẩm quyền thông qua.',
      'exam-rules': 'Tôi xác nhận: đề, đáp án này chưa được công khai theo quy chế thi.',
    } satisfies Conditions,
    certainty: {
      confirmed: 'đã đối chiếu',
      'confirmed-2': 'đối chiếu nguồn thứ hai',
      '2018-text': 'theo văn bản 2018',
      draft: 'theo dự thảo',
      unconfirmed: 'chưa đối chiếu',
    } satisfies Certainties,
    certaintyHint: 'Mức đã đối chiếu câu chữ của mục này với văn bản gốc',
  },
  en: {
    decision: (decision, mark) => `Decision ${decision}, item ${mark}`,
    unplaced: (decision, mark) => `Decision ${decision}, place in it not known (${mark})`,
    condition: {
      unpublished: 'Only while unpublished',
      'before-adoption': 'Only before its adoption',
      'exam-rules': 'Only until made public under the exam rules',
    } satisfies Conditions,
    attest: {
      unpublished: 'I attest: this content has not been published.',
      'before-adoption': 'I attest: this content has not been adopted by the competent body.',
      'exam-rules': 'I attest: this paper has not been made public under the exam rules.',
    } satisfies Conditions,
    certainty: {
      confirmed: 'checked',
      'confirmed-2': 'checked second-hand',
      '2018-text': 'by the 2018 text',
      draft: 'by a draft',
      unconfirmed: 'not checked',
    } satisfies Certainties,
    certaintyHint: 'How far the wording of this item was checked against its source',
  },
});
