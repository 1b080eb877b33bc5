/** What the checker of hand-over packages says, in Vietnamese and English. */
import type { PackageFault, PackageFinding } from '../../core/evidence/check-package.ts';

export type PackageTexts = {
  readonly usage: string;
  readonly keyUnreadable: string;
  readonly authorityUnreadable: string;
  readonly keyFromPackage: string;
  readonly bad: string;
  good(counts: { files: number; pieces: number; origin: string }): string;
  finding(finding: PackageFinding): string;
  noStamp(piece: string): string;
  byOpenssl(piece: string): string;
  stamped(piece: string, at: string): string;
  stampWrong(path: string, problem: string): string;
};

const VI_FAULTS: Readonly<Record<PackageFault, string>> = {
  missing: 'thiếu tệp',
  extra: 'tệp thừa, không thuộc gói',
  differs: 'nội dung đã bị thay đổi',
  malformed: 'không đúng thể thức',
  'not-sealed': 'không có trong sổ cái đã ký, hoặc bị thay đổi',
  'not-proven': 'sổ cái không chứng minh tệp này',
};

const EN_FAULTS: Readonly<Record<PackageFault, string>> = {
  missing: 'the file is missing',
  extra: 'a file that does not belong here',
  differs: 'the content was changed',
  malformed: 'not of the right form',
  'not-sealed': 'not in the signed ledger, or changed',
  'not-proven': 'the ledger does not prove this file',
};

const VI: PackageTexts = {
  usage: [
    'Cách dùng: niemphong evidence check [THƯ_MỤC] [--vkey KHÓA] [--ca TỆP] [--lang vi|en]',
    'Trong gói: node check.mjs [--vkey KHÓA]',
    'KHÓA: dòng khóa kiểm chứng sổ cái, nhận từ nơi khác chứ không từ gói.',
    'Mã thoát: 0 nguyên vẹn, 1 có chỗ sai, 2 sai cách dùng.',
  ].join('\n'),
  keyUnreadable: 'Khóa kiểm chứng không đọc được.',
  authorityUnreadable: 'Không đọc được tệp chứng thư nêu ở --ca.',
  keyFromPackage:
    'Chưa cho khóa: mới thấy được hư hỏng, chưa thấy được giả mạo. Hãy chạy lại với --vkey.',
  bad: 'GÓI KHÔNG NGUYÊN VẸN.',
  good: ({ files, pieces, origin }) =>
    `Nguyên vẹn: ${files} tệp, ${pieces} chứng cứ, sổ cái ${origin}.`,
  finding: ({ what, path }) => `${path}: ${VI_FAULTS[what]}`,
  noStamp: (piece) => `${piece}: không có dấu thời gian.`,
  byOpenssl: (piece) => `${piece}: kiểm dấu thời gian bằng openssl, xem DOC-TRUOC.txt.`,
  stamped: (piece, at) => `${piece}: dấu thời gian đúng, lúc ${at}.`,
  stampWrong: (path, problem) => `${path}: dấu thời gian sai (${problem})`,
};

const EN: PackageTexts = {
  usage: [
    'Usage: niemphong evidence check [FOLDER] [--vkey KEY] [--ca FILE] [--lang vi|en]',
    'Inside a package: node check.mjs [--vkey KEY]',
    'KEY: the verifier key of the ledger, from elsewhere than the package.',
    'Exit: 0 whole, 1 something is wrong, 2 wrong usage.',
  ].join('\n'),
  keyUnreadable: 'The verifier key cannot be read.',
  authorityUnreadable: 'The certificate that --ca names cannot be read.',
  keyFromPackage: 'No key was given: this shows damage, not forgery. Run again with --vkey.',
  bad: 'THE PACKAGE IS NOT WHOLE.',
  good: ({ files, pieces, origin }) =>
    `Whole: ${files} files, ${pieces} pieces of evidence, ledger ${origin}.`,
  finding: ({ what, path }) => `${path}: ${EN_FAULTS[what]}`,
  noStamp: (piece) => `${piece}: no time-stamp.`,
  byOpenssl: (piece) => `${piece}: check the time-stamp with openssl, see README.txt.`,
  stamped: (piece, at) => `${piece}: the time-stamp is right, ${at}.`,
  stampWrong: (path, problem) => `${path}: the time-stamp is wrong (${problem})`,
};

export const packageTexts = (lang: 'vi' | 'en'): PackageTexts => (lang === 'vi' ? VI : EN);
