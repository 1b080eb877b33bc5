/** How reading an untrusted file reads: kinds of failure and warnings, in both languages. */
import type { ExtractionCode, ExtractionWarning } from '../../core/common/extraction.ts';
import type { TextLanguage } from './refusal-text.ts';

type Texts<Code extends string> = Record<TextLanguage, Record<Code, string>>;

export const EXTRACTION_TEXTS: Texts<ExtractionCode> = {
  vi: {
    'file-empty': 'Tệp rỗng (0 byte). Kiểm tra lại tệp gốc rồi đưa lại.',
    'file-kind-unknown':
      'Không nhận ra loại tệp, hoặc loại tệp này không đọc được. Mở bằng chương trình đã tạo ra ' +
      'nó rồi lưu thành PDF, DOCX, XLSX, PPTX, TXT, PNG hay JPEG (tệp DOC, XLS, PPT cũ cũng vậy).',
    'file-unreadable':
      'Tệp hỏng hoặc sai thể thức nên không đọc được. Mở và lưu lại, hoặc xin lại bản gốc.',
    'file-encrypted': 'Tệp có mật khẩu. Bỏ mật khẩu rồi đưa lại.',
    'file-too-large': 'Tệp hoặc ảnh vượt quá cỡ cho phép. Chia nhỏ hoặc thu nhỏ rồi đưa lại.',
    'page-missing': 'Tệp không có trang này.',
    'time-limit': 'Tệp không đọc xong trong thời gian cho phép. Thử lại, hoặc chia nhỏ tệp.',
    'memory-limit': 'Tệp cần nhiều bộ nhớ hơn mức cho phép. Chia nhỏ tệp rồi đưa lại.',
    'output-limit': 'Nội dung bung ra từ tệp vượt quá mức cho phép. Chia nhỏ tệp rồi đưa lại.',
    'process-died': 'Tệp làm hỏng bộ đọc; bộ đọc đã được dừng an toàn.',
  },
  en: {
    'file-empty': 'The file is empty (0 bytes). Look at the original and try again.',
    'file-kind-unknown':
      'The kind of file is not recognised or cannot be read. Open it in the program that made it ' +
      'and save it as PDF, DOCX, XLSX, PPTX, TXT, PNG or JPEG (old DOC, XLS and PPT files too).',
    'file-unreadable':
      'The file is broken or malformed. Open it and save it again, or ask for the original.',
    'file-encrypted': 'The file has a password. Remove it and try again.',
    'file-too-large': 'The file or picture is larger than allowed. Split or shrink it.',
    'page-missing': 'The file has no such page.',
    'time-limit': 'The file could not be read in the time allowed. Try again, or split it.',
    'memory-limit': 'The file needs more memory than allowed. Split it and try again.',
    'output-limit': 'More comes out of the file than allowed. Split it and try again.',
    'process-died': 'The file broke its reader; the reader was stopped safely.',
  },
};

export const EXTRACTION_WARNING_TEXTS: Texts<ExtractionWarning> = {
  vi: {
    'no-text-layer': 'Có trang chỉ là ảnh và chưa đọc được chữ.',
    'no-words-found': 'Không thấy chữ in nào trong ảnh; chữ viết tay, con dấu máy không đọc được.',
    'text-by-ocr': 'Chữ được nhận dạng từ ảnh, có thể sai; cần người kiểm tra lại.',
    'letters-look-broken':
      'Chữ trong tệp bị rời rạc do trộn phông; không nên dùng để tìm, so khớp.',
    'legacy-encoding': 'Văn bản dùng bảng mã cũ (windows-1258); kiểm tra lại dấu.',
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
    'pages-estimated': 'The number of pages is an estimate on A4.',
    'hidden-text':
      'The file has words its reader is not shown ' +
      '(comments, revisions, properties, files inside); ' +
      'they were read too.',
    'parts-unread': 'Something inside the file could not be read: it is not checked.',
  },
};
