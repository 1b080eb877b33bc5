import type { PermitState } from '../../../core/copy/copying-permit.ts';
import { catalogue } from '../../text/catalogue.ts';

export const copyingText = catalogue({
  vi: {
    title: 'Sao tài liệu',
    lead:
      'Người có thẩm quyền cho phép, người được giao thực hiện in từng bản. Mỗi bản in được đánh ' +
      'số “bản sao số”, có người giữ, và mang dấu riêng khi tài liệu đang bật dấu riêng.',
    caption: 'Các lần cho phép sao',
    permit: 'Cho phép',
    made: 'Đã sao',
    none: 'Chưa cho phép sao.',
    allow: 'Cho phép sao',
    allowDoes:
      'Người thực hiện được in đúng số bản này trong bảy ngày. Người cho phép không tự thực ' +
      'hiện. Việc cho phép và từng bản được in đều ghi vào sổ cái.',
    executor: 'Người thực hiện',
    executorMust: 'Đang được phép đọc tài liệu này.',
    aboutExecutor: 'Lý do dưới đây có thể là về người thực hiện.',
    copies: 'Số bản',
    recipient: 'Nơi nhận bản sao',
    by: (name: string, at: string) => `${name} cho phép lúc ${at}`,
    delegated: (no: string) => `theo văn bản ủy quyền ${no}`,
    to: (executor: string, recipient: string) => `${executor} thực hiện; nơi nhận: ${recipient}`,
    count: (made: string, copies: string) => `${made}/${copies} bản`,
    until: (day: string) => `Hết hạn sau ngày ${day}`,
    states: {
      open: 'Đang hiệu lực',
      'used-up': 'Đã sao đủ',
      expired: 'Đã hết hạn',
      withdrawn: 'Đã rút',
    } satisfies Record<PermitState, string>,
    withdraw: 'Rút lại',
    withdrawTitle: 'Rút việc cho phép sao?',
    withdrawDoes: 'Không in thêm bản nào nữa. Bản đã in vẫn còn số và người giữ.',
    print: 'In bản sao',
    printDoes:
      'Hệ thống lập một tệp PDF để in, đánh số bản tiếp theo và ghi bạn là người giữ. Tệp chỉ ' +
      'được cấp một lần. In ngay tại nơi được phép, đóng dấu, ký rồi xóa tệp; bản in hỏng phải ' +
      'tiêu hủy ngay và xin phép sao lại.',
    printing: 'Đang vẽ từng trang, mỗi trang khoảng một giây.',
    printed: (file: string) => `Đã cấp tệp ${file}. In xong thì xóa tệp.`,
  },
  en: {
    title: 'Copying',
    lead:
      'The competent person allows it, the one who was asked prints each copy. A printed copy ' +
      'gets a number, has a holder, and bears a mark of its own while copies are marked.',
    caption: 'Permissions to copy',
    permit: 'Allowed',
    made: 'Made',
    none: 'No copying was allowed.',
    allow: 'Allow copying',
    allowDoes:
      'Who makes the copies may print this number within seven days. Who allows does not make ' +
      'them. The permission and every printed copy go into the ledger.',
    executor: 'Who makes them',
    executorMust: 'Somebody who may read this document now.',
    aboutExecutor: 'The reasons below may be about who makes the copies.',
    copies: 'Number of copies',
    recipient: 'Whom the copies are for',
    by: (name, at) => `Allowed by ${name} at ${at}`,
    delegated: (no) => `by delegation ${no}`,
    to: (executor, recipient) => `Made by ${executor}, for ${recipient}`,
    count: (made, copies) => `${made} of ${copies}`,
    until: (day) => `Ends after ${day}`,
    states: {
      open: 'In force',
      'used-up': 'All made',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
    } satisfies Record<PermitState, string>,
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw the permission?',
    withdrawDoes: 'No further copy is printed. Those printed keep their numbers and holders.',
    print: 'Print a copy',
    printDoes:
      'A PDF to print is made, the next number is given, and you are entered as the holder. The ' +
      'file is given once. Print it where that is allowed, stamp and sign it, then delete the ' +
      'file; a spoiled print is destroyed at once, and another needs a new permission.',
    printing: 'Drawing the pages, about a second for each.',
    printed: (file) => `${file} was given. Delete it when it is printed.`,
  },
});
