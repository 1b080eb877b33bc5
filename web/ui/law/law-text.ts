import { catalogue } from '../../text/catalogue.ts';

export const lawText = catalogue({
  vi: {
    law: 'Căn cứ pháp luật',
    practice: 'Thông lệ, chưa phải quy định đã đối chiếu',
    practiceShort: 'thông lệ',
    dueIn: (days: number) => `Còn ${days} ngày`,
    dueToday: 'Hạn hôm nay',
    overdue: (days: number) => `Quá hạn ${days} ngày`,
    due: (date: string) => `Hạn ${date}`,
    timeline: 'Diễn biến',
    entry: (index: string) => `Mục sổ cái ${index}`,
    noActs: 'Chưa có việc nào được ghi.',
  },
  en: {
    law: 'Legal ground',
    practice: 'Practice, not a rule checked against the law',
    practiceShort: 'practice',
    dueIn: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    dueToday: 'Due today',
    overdue: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    due: (date) => `Due ${date}`,
    timeline: 'What happened',
    entry: (index) => `Ledger entry ${index}`,
    noActs: 'Nothing has been recorded yet.',
  },
});
