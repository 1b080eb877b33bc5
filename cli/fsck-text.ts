/** What `fsck` finds, in Vietnamese and English. */
import type { FsckCounts, FsckFinding, FsckNote, FsckStage } from '../core/act/fsck-finding.ts';

type Of<What extends FsckFinding['what']> = Extract<FsckFinding, { what: What }>;
type Both = readonly [vi: string, en: string];
type Texts = { readonly [What in FsckFinding['what']]: (finding: Of<What>) => Both };

const TEXTS: Texts = {
  'entry-missing': ({ entry }) => [
    `sổ cái thiếu mục ${entry}`,
    `entry ${entry} of the ledger is missing`,
  ],
  'entry-malformed': ({ entry }) => [
    `mục ${entry} của sổ cái không đúng thể thức`,
    `entry ${entry} of the ledger is malformed`,
  ],
  'entry-differs': ({ entry }) => [
    `mục ${entry} của sổ cái đã bị sửa: nội dung không khớp với cây băm`,
    `entry ${entry} of the ledger was changed: it does not fit the tree of hashes`,
  ],
  'column-differs': ({ entry, column }) => [
    `mục ${entry} của sổ cái: cột ${column} khác nội dung mục`,
    `entry ${entry} of the ledger: column ${column} is not what the entry says`,
  ],
  'hash-missing': ({ level, index, from, to }) => [
    `sổ cái thiếu giá trị băm tầng ${level} số ${index} (mục ${from} đến ${to})`,
    `hash ${index} of level ${level} is missing in the ledger (entries ${from} to ${to})`,
  ],
  'hash-extra': ({ level, index, from, to }) => [
    `sổ cái thừa giá trị băm tầng ${level} số ${index} (mục ${from} đến ${to})`,
    `hash ${index} of level ${level} does not belong in the ledger (entries ${from} to ${to})`,
  ],
  'hash-differs': ({ level, index, from, to }) => [
    `giá trị băm tầng ${level} số ${index} khác giá trị tính lại (mục ${from} đến ${to})`,
    `hash ${index} of level ${level} is not the computed one (entries ${from} to ${to})`,
  ],
  'head-differs': ({ size, derivedSize }) => [
    `đầu sổ cái (${size} mục) khác giá trị tính lại từ ${derivedSize} mục đang lưu`,
    `the ledger's head (${size} entries) is not that of the ${derivedSize} stored entries`,
  ],
  'signed-head-differs': ({ size }) => [
    `sổ cái không chứa đầu sổ ${size} mục đã từng ký: bị quay lui hoặc viết lại`,
    `the ledger does not contain the head of ${size} entries signed before: set back or rewritten`,
  ],
  'row-unaccounted': ({ table, id }) => [
    `bảng ${table}, dòng ${id}: không có mục sổ cái nào ghi dòng này`,
    `table ${table}, row ${id}: no entry of the ledger wrote it`,
  ],
  'row-differs': ({ table, id, entry }) => [
    `bảng ${table}, dòng ${id}: khác với nội dung đã ghi ở mục ${entry}`,
    `table ${table}, row ${id}: is not what entry ${entry} wrote`,
  ],
  'row-missing': ({ table, id, entry }) => [
    `bảng ${table}, dòng ${id}: đã ghi ở mục ${entry} nhưng không còn`,
    `table ${table}, row ${id}: written by entry ${entry}, and gone`,
  ],
  'row-entry-differs': ({ table, id, entry }) => [
    `bảng ${table}, dòng ${id}: không dẫn tới mục ${entry} là mục ghi sau cùng`,
    `table ${table}, row ${id}: does not cite entry ${entry}, the last that wrote it`,
  ],
  'number-missing': (line) => [
    `${place(line, 'vi')}: thiếu số`,
    `${place(line, 'en')}: is missing`,
  ],
  'line-without-document': (line) => [
    `${place(line, 'vi')}: không có văn bản`,
    `${place(line, 'en')}: has no document`,
  ],
  'line-differs': (line) => [
    `${place(line, 'vi')}: khác số ghi ở văn bản`,
    `${place(line, 'en')}: is not the number that the document bears`,
  ],
  'registered-differs': ({ document }) => [
    `văn bản ${document}: trạng thái đăng ký không khớp với sổ đăng ký`,
    `document ${document}: whether it is registered does not agree with the registers`,
  ],
  'copies-incomplete': ({ document }) => [
    `văn bản ${document}: các bản số không đủ từ 1 đến tổng số`,
    `document ${document}: its numbered copies are not all there`,
  ],
  'object-missing': ({ id, objectName }) => [
    `kho: thiếu tệp ${objectName} của vault_object ${id}`,
    `vault: file ${objectName} of vault_object ${id} is missing`,
  ],
  'object-damaged': ({ id, objectName }) => [
    `kho: tệp ${objectName} của vault_object ${id} đã bị sửa`,
    `vault: file ${objectName} of vault_object ${id} was changed`,
  ],
};

type Line = { readonly register: string; readonly year: number; readonly number: number };

function place({ register, year, number }: Line, language: 'vi' | 'en'): string {
  if (language === 'en') return `register "${register}" of ${year}, number ${number}`;
  return `sổ ${register === 'out' ? 'đi' : 'đến'} năm ${year}, số ${number}`;
}

const NOTES: Readonly<Record<FsckNote['note'], Both>> = {
  'file-without-row': ['tệp trong kho không dòng nào nhắc tới', 'a file that no row names'],
  'file-left-behind': ['tệp đáng lẽ đã tiêu hủy', 'a file that was to be destroyed'],
  'temporary-left': ['tệp tạm còn sót', 'a temporary file that was left'],
};

const STAGES: Readonly<Record<FsckStage, Both>> = {
  ledger: ['mục sổ cái', 'ledger entries'],
  rows: ['dòng dữ liệu', 'rows'],
  books: ['sổ đăng ký', 'registers'],
  objects: ['tệp trong kho', 'vault files'],
};

const bilingual = ([vi, en]: Both): string => `${vi}\n  ${en}`;

export function findingText(finding: FsckFinding): string {
  // The table is total over `what`; the compiler cannot follow the pair through the look-up.
  const text = TEXTS[finding.what] as (finding: FsckFinding) => Both;
  return bilingual(text(finding));
}

export function noteText({ note, objectName }: FsckNote): string {
  const [vi, en] = NOTES[note];
  return `(${objectName}: ${vi} / ${en})`;
}

export function stageText(stage: FsckStage, done: number): string {
  const [vi, en] = STAGES[stage];
  return `${done} ${vi} / ${en}`;
}

export function goodText({ entries, rows, lines, copies, objects }: FsckCounts): string {
  return (
    'Dữ liệu nguyên vẹn / The data is intact\n' +
    `  mục sổ cái / ledger entries: ${entries}\n` +
    `  dòng dữ liệu / rows: ${rows}\n` +
    `  dòng sổ đăng ký / register lines: ${lines}\n` +
    `  bản số / numbered copies: ${copies}\n` +
    `  tệp trong kho / vault files: ${objects}`
  );
}
