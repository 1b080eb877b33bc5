import { catalogue } from '../../text/catalogue.ts';

export const stateText = catalogue({
  vi: {
    loading: 'Đang tải…',
    empty: 'Chưa có gì ở đây',
    refused: 'Không thực hiện được',
    reasons: (count: number) => `Có ${count} lý do:`,
    why: 'Vì sao',
    wayOut: 'Cần làm gì',
    ground: 'Căn cứ',
    failed: 'Có lỗi ngoài ý muốn',
    failedWay: 'Việc chưa được xác nhận thì chưa được ghi. Thử lại, rồi báo người quản trị.',
    line: 'Không kết nối được máy chủ',
    lineWay: 'Kiểm tra dây mạng nội bộ. Việc chưa được xác nhận thì chưa được ghi.',
    vault: { sealed: 'Kho niêm phong', open: 'Kho đang mở', absent: 'Kho chưa thiết lập' },
    notFoundHome: 'Về việc cần làm',
  },
  en: {
    loading: 'Loading…',
    empty: 'Nothing here yet',
    refused: 'This cannot be done',
    reasons: (count) => `There are ${count} reasons:`,
    why: 'Why',
    wayOut: 'What to do',
    ground: 'Ground',
    failed: 'Something failed',
    failedWay: 'What was not confirmed was not recorded. Try again, then tell the administrator.',
    line: 'The server cannot be reached',
    lineWay: 'Check the cable of the local network. What was not confirmed was not recorded.',
    vault: { sealed: 'Vault sealed', open: 'Vault open', absent: 'Vault not set up' },
    notFoundHome: 'To what waits for me',
  },
});
