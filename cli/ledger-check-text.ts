/** What the offline checker of the ledger says, in Vietnamese and English. */
import type { Finding } from '../core/ledger/check-export.ts';

export type CheckTexts = {
  readonly usage: string;
  readonly keyUnreadable: string;
  readonly bad: string;
  readonly vkeyDiffers: string;
  unreadable(path: string, code: string): string;
  progress(done: number, size: number): string;
  good(head: { origin: string; size: number; root: string }): string;
  finding(finding: Finding): string;
};

type Of<What extends Finding['what']> = Extract<Finding, { what: What }>;
type FindingTexts = { readonly [What in Finding['what']]: (finding: Of<What>) => string };

const VI_FINDINGS: FindingTexts = {
  'checkpoint-missing': () => 'checkpoint: không có tệp',
  'note-malformed': () => 'checkpoint: không đúng thể thức bản ghi có chữ ký',
  'signer-unknown': () => 'checkpoint: không có chữ ký của khóa đã cho',
  'signature-wrong': () => 'checkpoint: chữ ký sai',
  'checkpoint-malformed': () => 'checkpoint: không đúng ba dòng nguồn gốc, số mục, gốc cây',
  'origin-differs': () => 'checkpoint: nguồn gốc khác tên của khóa',
  'file-missing': ({ path }) => `${path}: thiếu tệp`,
  'file-extra': ({ path }) => `${path}: tệp thừa`,
  'entry-unreadable': ({ path, entry }) => `mục ${entry} trong ${path}: tệp cụt giữa mục`,
  'bundle-long': ({ path }) => `${path}: thừa dữ liệu sau mục cuối`,
  'entry-differs': ({ path, entry, tile }) =>
    `mục ${entry} trong ${path}: nội dung không khớp với ${tile} và gốc cây đã ký`,
  'tile-differs': ({ path, byte }) => `${path}: byte ${byte} khác với giá trị tính lại từ các mục`,
  'root-differs': () => 'gốc cây tính lại từ các mục khác gốc cây đã ký trong checkpoint',
};

const EN_FINDINGS: FindingTexts = {
  'checkpoint-missing': () => 'checkpoint: no such file',
  'note-malformed': () => 'checkpoint: not a well-formed signed note',
  'signer-unknown': () => 'checkpoint: not signed by the given key',
  'signature-wrong': () => 'checkpoint: the signature is wrong',
  'checkpoint-malformed': () => 'checkpoint: not the three lines origin, size, root',
  'origin-differs': () => 'checkpoint: the origin is not the name of the key',
  'file-missing': ({ path }) => `${path}: file missing`,
  'file-extra': ({ path }) => `${path}: file that does not belong here`,
  'entry-unreadable': ({ path, entry }) => `entry ${entry} in ${path}: file ends within the entry`,
  'bundle-long': ({ path }) => `${path}: more bytes after the last entry`,
  'entry-differs': ({ path, entry, tile }) =>
    `entry ${entry} in ${path}: does not fit ${tile} and the signed root`,
  'tile-differs': ({ path, byte }) => `${path} byte ${byte}: differs from what the entries give`,
  'root-differs': () =>
    'the root derived from the entries is not the signed root of the checkpoint',
};

const VI: CheckTexts = {
  usage:
    'Cách dùng: niemphong ledger check THƯ_MỤC --vkey KHÓA [--lang vi|en]\n' +
    '  KHÓA: dòng khóa kiểm chứng, hoặc đường dẫn của tệp chứa dòng đó',
  keyUnreadable: 'Khóa kiểm chứng không đọc được: cần một dòng dạng tên+mã khóa+khóa',
  bad: 'SỔ CÁI KHÔNG NGUYÊN VẸN',
  vkeyDiffers: 'vkey: không phải khóa đã cho',
  unreadable: (path, code) => `Không đọc được ${path} (${code})`,
  progress: (done, size) => `đã kiểm ${done} / ${size} mục`,
  good: ({ origin, size, root }) =>
    `Sổ cái nguyên vẹn\n  nguồn gốc: ${origin}\n  số mục: ${size}\n  gốc cây: ${root}`,
  finding: (finding) => say(VI_FINDINGS, finding),
};

const EN: CheckTexts = {
  usage:
    'Usage: niemphong ledger check DIR --vkey KEY [--lang vi|en]\n' +
    '  KEY: the line of the verifier key, or the path of a file that holds it',
  keyUnreadable: 'The verifier key cannot be read: it is one line, name+key id+key',
  bad: 'THE LEDGER IS NOT INTACT',
  vkeyDiffers: 'vkey: is not the key that was given',
  unreadable: (path, code) => `Cannot read ${path} (${code})`,
  progress: (done, size) => `${done} / ${size} entries checked`,
  good: ({ origin, size, root }) =>
    `The ledger is intact\n  origin: ${origin}\n  size: ${size}\n  root: ${root}`,
  finding: (finding) => say(EN_FINDINGS, finding),
};

export function checkTexts(lang: 'vi' | 'en'): CheckTexts {
  return lang === 'en' ? EN : VI;
}

function say<What extends Finding['what']>(texts: FindingTexts, finding: Of<What>): string {
  // The compiler does not see that a table is read at the code of its own argument.
  const text = texts[finding.what as What] as (finding: Of<What>) => string;
  return printable(text(finding));
}

/** attacker-controlled: a file name may hold control characters that a terminal would obey. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\ufffd');
}
