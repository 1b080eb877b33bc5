import { catalogue } from '../text/catalogue.ts';

/** The five verdicts: their names, what each does, and the key that chooses it. */
export const verdictText = catalogue({
  vi: {
    title: 'Kết luận',
    onlyOfficer: 'Cán bộ theo dõi báo chí kết luận.',
    ask: 'Kết luận thế nào về đoạn trùng này?',
    give: 'Ghi kết luận',
    reason: 'Lý do',
    reasonHint: 'Không chép nội dung của tài liệu vào đây.',
    names: {
      leak: 'Lộ bí mật nhà nước',
      'embargo-broken': 'Công bố trước giờ cho phép',
      lawful: 'Đã công bố hợp pháp',
      'common-wording': 'Câu chữ thông dụng',
      unclear: 'Chưa rõ, để xem lại',
    },
    does: {
      leak:
        'Mở vụ việc (hoặc nhập vào vụ đang mở của cùng câu chuyện), giữ chứng cứ; pháp luật đòi ' +
        'hỏi báo cáo ngay.',
      'embargo-broken': 'Giữ bài viết như đã thu; không mở vụ lộ bí mật nhà nước.',
      lawful: 'Khi mọi đoạn trùng của bài đã bị loại bỏ, nội dung bài được quên.',
      'common-wording':
        'Như trên; câu chữ thôi báo khi hai người hoặc hai tài liệu, trên hai bài, trong hai ' +
        'ngày cùng kết luận như vậy.',
      unclear: 'Chuyển sang mục để xem lại; không quên điều gì.',
    },
    once: 'Kết luận không sửa lại được, trừ kết luận chưa rõ.',
    given: 'Kết luận đã ghi',
    earlier: 'Trước đó',
    notTold: 'Người khác đã kết luận; lý do chỉ cho người được đọc tài liệu',
    by: 'Người kết luận',
    at: 'Lúc',
    openIncident: 'Mở hồ sơ vụ việc',
    storyLeft: (count: number) => `Còn ${count} bài khác của câu chuyện này chờ kết luận.`,
  },
  en: {
    title: 'Verdict',
    onlyOfficer: 'A press watch officer gives the verdict.',
    ask: 'What is your verdict on this match?',
    give: 'Record the verdict',
    reason: 'Reason',
    reasonHint: 'Do not copy contents of the document here.',
    names: {
      leak: 'A state secret has leaked',
      'embargo-broken': 'Published before its release',
      lawful: 'Published lawfully',
      'common-wording': 'Common wording',
      unclear: 'Unclear, look again later',
    },
    does: {
      leak:
        'Opens an incident (or joins the open one of the same story) and keeps the evidence; the ' +
        'law asks for a report at once.',
      'embargo-broken': 'Keeps the article as captured; opens no incident of a state secret.',
      lawful: 'Once every match of the article is dismissed, its contents are forgotten.',
      'common-wording':
        'The same; the wording stops alarming once two officers or two documents, on two pages ' +
        'and two days, have led to this verdict.',
      unclear: 'Moves to what is looked at again; nothing is forgotten.',
    },
    once: 'A verdict cannot be changed, except an unclear one.',
    given: 'Verdict given',
    earlier: 'Before',
    notTold: 'Given by another; its reason is for those who may read the document',
    by: 'Verdict by',
    at: 'At',
    openIncident: 'Open the incident',
    storyLeft: (count) =>
      count === 1
        ? '1 other article of this story waits for a verdict.'
        : `${count} other articles of this story wait for a verdict.`,
  },
});
