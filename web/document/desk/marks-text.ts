import { catalogue } from '../../text/catalogue.ts';

export const marksText = catalogue({
  vi: {
    title: 'Dấu riêng của bản',
    off: 'Đang tắt: các bản xem trên màn hình hoặc in từ hệ thống giống hệt nhau.',
    on: (copies: string) =>
      `Đang bật: mỗi bản xem hoặc in ở đây mang dấu riêng và có dòng báo. Đã có ${copies} bản.`,
    turnOn: 'Bật dấu riêng',
    turnOnDoes:
      'Từ nay mỗi bản được xem hoặc in có các dòng chữ xê dịch khoảng 0,17 mm theo cách riêng, ' +
      'và có dòng “Bản này mang dấu riêng”. Khi có ảnh bị lộ, hai người có thể đọc dấu để ' +
      'biết đó là bản nào; không bao giờ nêu tên người. Đánh máy lại thì dấu mất.',
    turnOff: 'Tắt dấu riêng',
    turnOffDoes:
      'Bản xem hoặc in từ nay không mang dấu. Bản đã có trước vẫn mang dấu và vẫn đọc được.',
  },
  en: {
    title: 'Copy marks',
    off: 'Off: all copies shown or printed look alike.',
    on: (copies) =>
      `On: each copy shown or printed bears a mark of its own and says so. So far: ${copies}.`,
    turnOn: 'Turn copy marks on',
    turnOnDoes:
      'From now on the lines of each copy stand some 0.17 mm aside in a way of its own, and the ' +
      'page says “This copy bears a mark of its own”. If a picture leaks, two officers can read ' +
      'which copy it was; never who. Retyping removes the mark.',
    turnOff: 'Turn copy marks off',
    turnOffDoes:
      'Copies shown or printed from now on bear no mark. Earlier ones keep theirs, still readable.',
  },
});
