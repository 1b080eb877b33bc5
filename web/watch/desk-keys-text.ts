import { catalogue } from '../text/catalogue.ts';

export const deskKeysText = catalogue({
  vi: {
    button: 'Phím tắt (?)',
    title: 'Phím tắt của bàn theo dõi',
    keys: [
      'j ↓ = dòng sau trong hàng chờ; khi đang xem: bài sau',
      'k ↑ = dòng trước; khi đang xem: bài trước',
      'Enter = mở bài đang chọn',
      'u = về hàng chờ',
      'n p = đoạn trùng sau, trước',
      '1 2 3 4 5 = kết luận: lộ, trước giờ, hợp pháp, thông dụng, chưa rõ',
      'Ctrl+Enter = ghi kết luận khi đang viết lý do',
      'Esc = đóng hộp, không ghi gì',
      '? = bảng này',
    ].join('\n'),
  },
  en: {
    button: 'Keys (?)',
    title: 'Keys of the desk',
    keys: [
      'j ↓ = next line of the queue; while reading: next article',
      'k ↑ = previous line; while reading: previous article',
      'Enter = open the chosen line',
      'u = back to the queue',
      'n p = next, previous passage',
      '1 2 3 4 5 = verdict: leak, early, lawful, common wording, unclear',
      'Ctrl+Enter = record the verdict while writing the reason',
      'Esc = close the dialog, nothing is recorded',
      '? = this list',
    ].join('\n'),
  },
});
