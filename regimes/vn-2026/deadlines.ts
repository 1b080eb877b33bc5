/** Statutory times, each with its place in the law. Screens count them; nothing decides by them. */
import type { Citation } from '../../core/common/citation.ts';
import { clerical, law, oldDecree, press } from './cite.ts';

export type Deadline = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly unit: 'at-once' | 'hours' | 'days' | 'working-days' | 'years' | 'day-of-year';
  /** A count, or `MM-dd` for a day of the year. */
  readonly value: number | string;
  readonly citation: Citation;
};

const line = (
  code: string,
  time: readonly [Deadline['unit'], number | string],
  text: { readonly vi: string; readonly en: string; readonly citation: Citation },
): Deadline => ({ code, unit: time[0], value: time[1], ...text });

/** An extension is decided at the latest this many days before protection ends (art. 20). */
export const extensionNoticeDays = 60;

export const deadlines: readonly Deadline[] = [
  line('number-after-signature', ['working-days', 1], {
    vi: 'Cấp số sau khi ký, chậm nhất ngày làm việc tiếp theo',
    en: 'Number after signature, at latest the next working day',
    citation: clerical('15', 'confirmed'),
  }),
  line('issue-after-number', ['working-days', 1], {
    vi: 'Phát hành trong ngày, chậm nhất ngày làm việc tiếp theo',
    en: 'Issue the same day, at latest the next working day',
    citation: clerical('18', 'confirmed'),
  }),
  line('submit-incoming', ['working-days', 1], {
    vi: 'Trình văn bản đến trong ngày, chậm nhất ngày làm việc tiếp theo',
    en: 'Submit an incoming document, at latest the next working day',
    citation: clerical('23', 'confirmed'),
  }),
  line('report-tampering', ['at-once', 0], {
    vi: 'Báo cáo ngay khi bì có dấu hiệu bị bóc, tráo đổi, mất, hư hỏng',
    en: 'Report at once when an envelope looks opened, swapped, lost or damaged',
    citation: oldDecree('4.8', '2018-text'),
  }),
  line('extension-decision', ['days', extensionNoticeDays], {
    vi: 'Quyết định gia hạn chậm nhất 60 ngày trước khi hết thời hạn bảo vệ',
    en: 'Decide an extension at latest 60 days before protection ends',
    citation: law('20', '2018-text'),
  }),
  line('extension-notice', ['days', 15], {
    vi: 'Thông báo gia hạn trong 15 ngày',
    en: 'Notice of an extension within 15 days',
    citation: law('20', '2018-text'),
  }),
  line('adjustment-notice', ['days', 15], {
    vi: 'Thông báo điều chỉnh độ mật trong 15 ngày',
    en: 'Notice of a change of level within 15 days',
    citation: law('21', 'confirmed'),
  }),
  line('declassification-notice', ['days', 15], {
    vi: 'Thông báo quyết định giải mật trong 15 ngày',
    en: 'Notice of a declassification within 15 days',
    citation: law('22', '2018-text'),
  }),
  line('off-list-notice', ['at-once', 0], {
    vi: 'Thông báo ngay khi không còn thuộc danh mục',
    en: 'Notice at once when an item is off the list',
    citation: law('22', '2018-text'),
  }),
  line('leak-report', ['at-once', 0], {
    vi: 'Báo cáo đột xuất ngay khi phát hiện lộ, mất',
    en: 'Report at once when a leak or loss is found',
    citation: oldDecree('8', '2018-text'),
  }),
  line('emergency-destruction-report', ['at-once', 0], {
    vi: 'Báo cáo ngay bằng văn bản sau khi tiêu hủy khẩn cấp',
    en: 'Report in writing at once after an emergency destruction',
    citation: law('23', '2018-text'),
  }),
  line('annual-window-end', ['day-of-year', '12-14'], {
    vi: 'Số liệu báo cáo năm tính từ 15/12 năm trước đến 14/12',
    en: 'Annual figures run from 15 December to 14 December',
    citation: oldDecree('8', '2018-text'),
  }),
  line('annual-report', ['day-of-year', '12-20'], {
    vi: 'Gửi báo cáo năm trước ngày 20/12',
    en: 'Annual report by 20 December',
    citation: oldDecree('8', '2018-text'),
  }),
  line('five-year-report', ['years', 5], {
    vi: 'Báo cáo tổng kết 5 năm một lần',
    en: 'Summary report every five years',
    citation: oldDecree('8', '2018-text'),
  }),
  line('press-statement', ['hours', 24], {
    vi: 'Phát ngôn lần đầu trong 24 giờ đối với sự việc lớn',
    en: 'First statement within 24 hours on a major event',
    citation: press('chưa rõ điều', 'confirmed-2'),
  }),
];
