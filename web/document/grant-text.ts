import { catalogue } from '../text/catalogue.ts';

export const grantText = catalogue({
  vi: {
    grant: 'Cho phép tiếp cận',
    title: 'Cho phép một người tiếp cận',
    follows:
      'Người này đọc được tài liệu đến hết ngày ghi dưới đây, nếu được tiếp cận độ mật này và có cam kết, tập huấn còn hiệu lực.',
    person: 'Người được tiếp cận',
    aboutPerson: 'Lý do dưới đây là về người được tiếp cận.',
    until: 'Đến hết ngày',
    reason: 'Nhiệm vụ cần đọc',
    reasonHint: 'Ngắn gọn, không nhắc lại nội dung mật.',
  },
  en: {
    grant: 'Grant access',
    title: 'Grant access to a person',
    follows:
      'This person may read the document up to and including the day below, when cleared for the level, committed and trained.',
    person: 'Person',
    aboutPerson: 'The reasons below are about that person.',
    until: 'Last day',
    reason: 'Task that needs it',
    reasonHint: 'Short, without repeating protected wording.',
  },
});
