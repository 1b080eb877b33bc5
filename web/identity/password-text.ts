import { catalogue } from '../text/catalogue.ts';

export const passwordText = catalogue({
  vi: {
    title: 'Đổi mật khẩu',
    lead: 'Các phiên đăng nhập khác của bạn sẽ kết thúc khi mật khẩu đổi.',
    firstTitle: 'Đặt mật khẩu của riêng bạn',
    firstLead: 'Mật khẩu hiện nay do người khác đặt. Đổi xong mới dùng được hệ thống.',
    current: 'Mật khẩu hiện nay',
    next: 'Mật khẩu mới',
    nextHint: (least: number) =>
      `Ít nhất ${least} ký tự. Một câu vài từ dễ nhớ hơn một từ có ký hiệu lạ.`,
    again: 'Gõ lại mật khẩu mới',
    differs: 'Hai lần gõ không giống nhau',
    send: 'Đổi mật khẩu',
    done: 'Mật khẩu đã đổi.',
  },
  en: {
    title: 'Change password',
    lead: 'Your other sessions end when the password changes.',
    firstTitle: 'Choose a password of your own',
    firstLead: 'The present password was set by somebody else. Nothing opens until it is changed.',
    current: 'Present password',
    next: 'New password',
    nextHint: (least) => `At least ${least} characters. A phrase of a few words is easy to keep.`,
    again: 'New password once more',
    differs: 'The two are not the same',
    send: 'Change the password',
    done: 'The password has been changed.',
  },
});
