/** What the collector's terminal says, in both languages. */
import type { SourceState } from '../core/parcel/manifest.ts';
import { type SourceProblem, sourceProblem } from '../core/parcel/source-problem.ts';

export type Language = 'vi' | 'en';

export const STATE_NAMES: Record<Language, Record<SourceState, string>> = {
  vi: { new: 'mới', good: 'tốt', failing: 'đang lỗi', silent: 'IM LẶNG BẤT THƯỜNG' },
  en: { new: 'new', good: 'good', failing: 'failing', silent: 'UNUSUALLY SILENT' },
};

const PROBLEMS_VI: Readonly<Record<SourceProblem, string>> = {
  'address-bad': 'địa chỉ không dùng được',
  'address-forbidden': 'địa chỉ không thuộc mạng công cộng',
  'name-unknown': 'không tìm thấy tên miền',
  'connection-failed': 'không kết nối được',
  'time-limit': 'quá lâu không trả lời hết',
  'too-large': 'trả lời quá lớn',
  'encoding-broken': 'nội dung nén bị hỏng',
  'redirect-limit': 'chuyển hướng quá nhiều lần',
  'robots-forbid': 'robots.txt không cho phép',
  'refused-by-site': 'trang từ chối',
  'site-failing': 'trang đang gặp sự cố',
  'format-broken': 'không đúng định dạng của nguồn',
  'file-unreadable': 'không đọc được tệp',
  unexpected: 'lỗi không mong đợi',
};
const PROBLEMS_EN: Readonly<Record<SourceProblem, string>> = {
  'address-bad': 'the address cannot be used',
  'address-forbidden': 'the address is not of the public network',
  'name-unknown': 'the name is not found',
  'connection-failed': 'no connection',
  'time-limit': 'the answer took too long',
  'too-large': 'the answer is too large',
  'encoding-broken': 'the packed content is broken',
  'redirect-limit': 'too many redirects',
  'robots-forbid': 'robots.txt does not permit it',
  'refused-by-site': 'the site refused',
  'site-failing': 'the site fails',
  'format-broken': 'not of the form that the source has',
  'file-unreadable': 'the file cannot be read',
  unexpected: 'unexpected failure',
};

export function problemText(code: string, language: Language): string {
  const problem = sourceProblem(code);
  return problem === null ? code : (language === 'vi' ? PROBLEMS_VI : PROBLEMS_EN)[problem];
}

export const TEXTS = {
  vi: {
    keyLine: 'Khóa công khai (đưa cho quản trị bên trong đăng ký):',
    configMade: (path: string) => `Đã tạo tệp cấu hình mẫu: ${path}`,
    notInitialised: 'Thư mục này chưa có khóa. Hãy chạy: niemphong collect init --state DIR',
    inUse: 'Một máy thu thập khác đang dùng thư mục này.',
    visit: (source: string, taken: number) => `${source}: ${taken} bài mới`,
    round: (taken: number, failed: number) =>
      `Xong một vòng: ${taken} bài mới, ${failed} nguồn lỗi`,
    packed: (number: number, articles: number, files: number) =>
      `Kiện số ${number}: ${articles} bài, ${files} tệp`,
    forgotten: 'Kiện này đã cũ, nội dung không còn để ghi lại.',
    waiting: (count: number) => `Chờ đóng kiện: ${count} bài`,
    usual: (minutes: number) => `thường cách nhau ${minutes} phút`,
    stopping: 'Đang dừng; những gì đã lấy vẫn còn.',
    size: 'Cỡ mỗi tệp phải là số, ít nhất 16K, ví dụ 600M, 25M.',
  },
  en: {
    keyLine: 'Public key (give it to the administrator inside to register):',
    configMade: (path: string) => `An example configuration was made: ${path}`,
    notInitialised: 'This folder has no key yet. Run: niemphong collect init --state DIR',
    inUse: 'Another collector uses this folder.',
    visit: (source: string, taken: number) => `${source}: ${taken} new articles`,
    round: (taken: number, failed: number) =>
      `One round done: ${taken} new articles, ${failed} sources failed`,
    packed: (number: number, articles: number, files: number) =>
      `Parcel ${number}: ${articles} articles, ${files} files`,
    forgotten: 'The parcel is old; its contents are no longer there to be written again.',
    waiting: (count: number) => `Waiting to be packed: ${count} articles`,
    usual: (minutes: number) => `usually ${minutes} minutes apart`,
    stopping: 'Stopping; what was taken stays.',
    size: 'The size of a piece is a number of at least 16K, like 600M, 25M.',
  },
} as const;

export const USAGE = `Cách dùng / Usage:
  niemphong collect init   --state DIR
  niemphong collect run    --state DIR [--config FILE] [--every MINUTES] [--out DIR]
  niemphong collect pack   --state DIR --out DIR [--config FILE] [--piece-size 600M] [--again N]
  niemphong collect status --state DIR [--config FILE]

Chạy trên máy nối mạng thông thường, KHÔNG chạy trên mạng nội bộ mật. Chương trình chỉ lấy tin công
khai rồi đóng thành kiện có chữ ký; nó không biết tài liệu mật nào.
Runs on an ordinary connected machine, NOT on the isolated network. It takes public articles and
packs them into signed parcels; it knows no protected document.

  init        tạo khóa và tệp cấu hình mẫu / make the key and an example configuration
  run         thăm mọi nguồn một vòng, hoặc lặp lại; có --out thì đóng kiện sau mỗi vòng
              visit all sources once, or again and again; with --out pack after each round
  pack        đóng kiện vào thư mục, để chép ra vật mang tin / pack parcels into a folder
  status      tình trạng từng nguồn / how each source does
  --config    mặc định / default: DIR/collector.json
  --piece-size  cỡ lớn nhất của mỗi tệp / the largest size of one file
  --again N   ghi lại kiện số N / write parcel N once more
  --lang vi|en

Mã thoát / Exit: 0 xong / done, 1 có lỗi / failed, 2 sai cách dùng / wrong usage,
  3 có nguồn im lặng bất thường (status) / a source is unusually silent (status)
`;
