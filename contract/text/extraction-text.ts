/** How reading an untrusted file reads: kinds of failure and warnings, in both languages. */
import type { ExtractionCode, ExtractionWarning } from '../../core/common/extraction.ts';
import type { TextLanguage } from './refusal-text.ts';

type Texts<Code extends string> = Record<TextLanguage, Record<Code, string>>;

type Reasons = Record<TextLanguage, Record<ExtractionCode, ExtractionReason>>;
export type ExtractionReason = { readonly why: string; readonly wayOut: string };

/** Why a file was not read, and what its owner can do. */
export const EXTRACTION_REASONS: Reasons = {
  vi: {
    'file-empty': { why: 'Tệp rỗng (0 byte).', wayOut: 'Kiểm tra lại tệp gốc rồi đưa lại.' },
    'file-kind-unknown': {
      why: 'Không nhận ra loại tệp, hoặc loại tệp này không đọc được (kể cả DOC, XLS, PPT cũ).',
      wayOut: 'Mở bằng chương trình đã tạo ra tệp rồi lưu thành PDF, DOCX, XLSX, PPTX hay PNG.',
    },
    'file-unreadable': {
      why: 'Tệp hỏng hoặc sai thể thức nên không đọc được.',
      wayOut: 'Mở tệp rồi lưu lại, hoặc xin lại bản gốc.',
    },
    'file-encrypted': { why: 'Tệp có mật khẩu.', wayOut: 'Bỏ mật khẩu rồi đưa lại.' },
    'file-too-large': {
      why: 'Tệp hoặc ảnh vượt quá cỡ cho phép.',
      wayOut: 'Chia nhỏ hoặc thu nhỏ rồi đưa lại.',
    },
    'page-missing': { why: 'Tệp không có trang này.', wayOut: 'Chọn một trang có trong tệp.' },
    'time-limit': {
      why: 'Tệp không đọc xong trong thời gian cho phép.',
      wayOut: 'Thử lại, hoặc chia nhỏ tệp.',
    },
    'memory-limit': {
      why: 'Tệp cần nhiều bộ nhớ hơn mức cho phép.',
      wayOut: 'Chia nhỏ tệp rồi đưa lại.',
    },
    'output-limit': {
      why: 'Nội dung bung ra từ tệp vượt quá mức cho phép.',
      wayOut: 'Chia nhỏ tệp rồi đưa lại.',
    },
    'process-died': {
      why: 'Tệp làm hỏng bộ đọc; bộ đọc đã được dừng an toàn.',
      wayOut: 'Mở tệp rồi lưu lại thành PDF; báo quản trị hệ thống nếu vẫn vậy.',
    },
  },
  en: {
    'file-empty': {
      why: 'The file is empty (0 bytes).',
      wayOut: 'Look at the original and try again.',
    },
    'file-kind-unknown': {
      why: 'The kind of file is not recognised or cannot be read (old DOC, XLS and PPT too).',
      wayOut: 'Open it in the program that made it; save it as PDF, DOCX, XLSX, PPTX or PNG.',
    },
    'file-unreadable': {
      why: 'The file is broken or malformed and cannot be read.',
      wayOut: 'Open it and save it again, or ask for the original.',
    },
    'file-encrypted': { why: 'The file has a password.', wayOut: 'Remove it and try again.' },
    'file-too-large': {
      why: 'The file or picture is larger than allowed.',
      wayOut: 'Split or shrink it and try again.',
    },
    'page-missing': { why: 'The file has no such page.', wayOut: 'Choose a page that it has.' },
    'time-limit': {
      why: 'The file could not be read within the time allowed.',
      wayOut: 'Try again, or split the file.',
    },
    'memory-limit': {
      why: 'The file needs more memory than allowed.',
      wayOut: 'Split the file and try again.',
    },
    'output-limit': {
      why: 'More comes out of the file than allowed.',
      wayOut: 'Split the file and try again.',
    },
    'process-died': {
      why: 'The file broke its reader; the reader was stopped safely.',
      wayOut: 'Open it and save it as PDF; tell the administrator if it happens again.',
    },
  },
};

function inOneLine(language: TextLanguage): Record<ExtractionCode, string> {
  const reasons = Object.entries(EXTRACTION_REASONS[language]);
  const lines = reasons.map(([code, { why, wayOut }]) => [code, `${why} ${wayOut}`]);
  return Object.fromEntries(lines) as Record<ExtractionCode, string>;
}

export const EXTRACTION_TEXTS: Texts<ExtractionCode> = { vi: inOneLine('vi'), en: inOneLine('en') };

export const EXTRACTION_WARNING_TEXTS: Texts<ExtractionWarning> = {
  vi: {
    'no-text-layer': 'Có trang chỉ là ảnh và chưa đọc được chữ.',
    'no-words-found': 'Không thấy chữ in nào trong ảnh; chữ viết tay, con dấu máy không đọc được.',
    'text-by-ocr': 'Chữ được nhận dạng từ ảnh, có thể sai; cần người kiểm tra lại.',
    'letters-look-broken':
      'Chữ trong tệp bị rời rạc do trộn phông; không nên dùng để tìm, so khớp.',
    'legacy-encoding': 'Văn bản dùng bảng mã cũ (windows-1258); kiểm tra lại dấu.',
    'old-font':
      'Chữ gõ bằng phông cũ (TCVN3 như .VnTime, hoặc VNI), đã chuyển sang Unicode; kiểm tra lại dấu.',
    'pages-estimated': 'Số trang là ước tính theo khổ A4.',
    'hidden-text':
      'Tệp có chữ mà người đọc không thấy (chú thích, sửa đổi, thuộc tính, tệp nhúng); ' +
      'đã đọc cả.',
    'parts-unread': 'Có phần bên trong tệp không đọc được: chưa được kiểm tra.',
  },
  en: {
    'no-text-layer': 'At least one page is only a picture and its words were not read.',
    'no-words-found': 'No print was found in the picture; handwriting and stamps are not read.',
    'text-by-ocr':
      'Words were recognised from a picture and may be wrong; have a person check them.',
    'letters-look-broken': 'The letters come apart (mixed fonts); unfit for search and matching.',
    'legacy-encoding': 'The text uses an old encoding (windows-1258); check the diacritics.',
    'old-font':
      'Typed in an old font (TCVN3 such as .VnTime, or VNI) and converted to Unicode; check the ' +
      'diacritics.',
    'pages-estimated': 'The number of pages is an estimate on A4.',
    'hidden-text':
      'The file has words its reader is not shown ' +
      '(comments, revisions, properties, files inside); ' +
      'they were read too.',
    'parts-unread': 'Something inside the file could not be read: it is not checked.',
  },
};
