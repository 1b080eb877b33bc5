/** How a fault reads: the world failed, nobody is to blame, and what to do. */
import type { FaultCode } from '../../core/common/fault.ts';
import type { TextLanguage } from './refusal-text.ts';

export type FaultText = { readonly what: string; readonly wayOut: string };

const vi: Record<FaultCode, FaultText> = {
  'database-unavailable': {
    what: 'Cơ sở dữ liệu tạm thời không trả lời',
    wayOut: 'Thử lại sau ít phút. Việc chưa được xác nhận thì chưa được ghi.',
  },
  'database-failed': {
    what: 'Cơ sở dữ liệu báo lỗi',
    wayOut: 'Việc vừa làm chưa được ghi. Báo người quản trị kèm thời điểm.',
  },
  corruption: {
    what: 'Phát hiện dữ liệu bị sai lệch',
    wayOut: 'Dừng công việc với mục này và báo ngay người đứng đầu và người quản trị.',
  },
  'database-unsupported': {
    what: 'Phiên bản cơ sở dữ liệu không được hỗ trợ',
    wayOut: 'Dùng PostgreSQL từ 15 đến 18, hoặc cơ sở dữ liệu đi kèm.',
  },
  'database-privilege': {
    what: 'Tài khoản cơ sở dữ liệu thiếu quyền',
    wayOut: 'Người quản trị cấp đủ quyền cho tài khoản, rồi khởi động lại.',
  },
  'migration-changed': {
    what: 'Bước nâng cấp dữ liệu đã bị sửa',
    wayOut: 'Dùng đúng bản cài đặt gốc; không sửa bước nâng cấp đã chạy.',
  },
  'migration-failed': {
    what: 'Nâng cấp dữ liệu không thành công',
    wayOut: 'Dữ liệu giữ nguyên như trước. Báo người quản trị kèm nhật ký máy chủ.',
  },
  'data-folder-in-use': {
    what: 'Thư mục dữ liệu đang được dùng',
    wayOut: 'Một máy chủ khác đang chạy trên thư mục này; dừng nó trước.',
  },
  'storage-failed': {
    what: 'Không đọc hoặc ghi được ổ lưu trữ',
    wayOut: 'Báo người quản trị kiểm tra dung lượng và ổ đĩa, rồi làm lại.',
  },
  'vault-object-damaged': {
    what: 'Nội dung trong kho mật bị hỏng',
    wayOut: 'Báo ngay người đứng đầu và người quản trị; không nộp đè tệp khác.',
  },
  'vault-object-missing': {
    what: 'Nội dung không còn trong kho mật',
    wayOut: 'Báo ngay người đứng đầu và người quản trị để kiểm tra và khôi phục.',
  },
  'extraction-failed': {
    what: 'Không tách được chữ từ tệp',
    wayOut: 'Thử lại một lần; nếu vẫn lỗi, nộp tệp ở dạng PDF hoặc ảnh quét.',
  },
  'comparison-failed': {
    what: 'Không đối chiếu được tài liệu với bài',
    wayOut: 'Thử lại một lần; nếu vẫn lỗi, báo người quản trị kèm thời điểm.',
  },
  'ledger-unavailable': {
    what: 'Sổ cái tạm thời không ghi được',
    wayOut: 'Không việc nào được làm khi chưa ghi sổ cái. Thử lại, rồi báo người quản trị.',
  },
  'matching-unavailable': {
    what: 'Các tiến trình so khớp tạm thời không trả lời',
    wayOut: 'Thử lại sau ít phút. Báo người quản trị xem tiến trình so khớp và hàng đợi.',
  },
};

const en: Record<FaultCode, FaultText> = {
  'database-unavailable': {
    what: 'The database does not answer for the moment',
    wayOut: 'Try again in a few minutes. What was not confirmed was not recorded.',
  },
  'database-failed': {
    what: 'The database reported an error',
    wayOut: 'The act was not recorded. Tell the administrator the time it happened.',
  },
  corruption: {
    what: 'Stored data has been found altered',
    wayOut: 'Stop working with this item; tell the head and the administrator at once.',
  },
  'database-unsupported': {
    what: 'This database version is not supported',
    wayOut: 'Use PostgreSQL 15 to 18, or the database that comes with the product.',
  },
  'database-privilege': {
    what: 'The database account lacks a privilege',
    wayOut: 'Let the administrator grant it, then start again.',
  },
  'migration-changed': {
    what: 'A migration has been changed after it ran',
    wayOut: 'Use the original installation; a migration that ran is never edited.',
  },
  'migration-failed': {
    what: 'The data could not be migrated',
    wayOut: 'The data stands as before. Tell the administrator, with the server output.',
  },
  'data-folder-in-use': {
    what: 'The data folder is in use',
    wayOut: 'Another server runs on this folder; stop it first.',
  },
  'storage-failed': {
    what: 'The storage cannot be read or written',
    wayOut: 'Ask the administrator to check space and disk, then do it again.',
  },
  'vault-object-damaged': {
    what: 'A content in the vault is damaged',
    wayOut: 'Tell the head and the administrator at once; do not upload over it.',
  },
  'vault-object-missing': {
    what: 'A content is missing from the vault',
    wayOut: 'Tell the head and the administrator at once, to check and restore.',
  },
  'extraction-failed': {
    what: 'No text could be taken from the file',
    wayOut: 'Try once more; if it fails again, give it as PDF or as a scanned image.',
  },
  'comparison-failed': {
    what: 'The document and the text could not be compared',
    wayOut: 'Try once more; if it fails again, tell the administrator the time it happened.',
  },
  'ledger-unavailable': {
    what: 'The ledger cannot be written for the moment',
    wayOut: 'Nothing is done without its entry. Try again, then tell the administrator.',
  },
  'matching-unavailable': {
    what: 'The matcher processes do not answer for the moment',
    wayOut: 'Try again in a few minutes. Ask the administrator to look at matchers and queue.',
  },
};

export const FAULT_TEXTS: Record<TextLanguage, Record<FaultCode, FaultText>> = { vi, en };
