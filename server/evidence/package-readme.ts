/** What a hand-over package says to whoever opens it: how to check it with other people's tools. */
import { utf8 } from '../../core/common/sha256.ts';

type About = {
  readonly agency: string;
  readonly incidentId: string;
  readonly pieces: number;
  readonly stamped: readonly number[];
};

const stampLines = (numbers: readonly number[]): string =>
  numbers
    .map(
      (number) =>
        `   (cd data/evidence/${number} && openssl ts -verify -data SHA256SUMS ` +
        '-in SHA256SUMS.tsr -CAfile tsa-ca.pem)',
    )
    .join('\n');

const sumLines = (pieces: number): string =>
  Array.from(
    { length: pieces },
    (_, index) => `   (cd data/evidence/${index + 1} && sha256sum -c SHA256SUMS)`,
  ).join('\n');

const vi = ({ agency, incidentId, pieces, stamped }: About) => `GÓI BÀN GIAO CHỨNG CỨ
${agency}. Vụ việc ${incidentId}. ${pieces} chứng cứ.

Gói này lặp lại nội dung được bảo vệ: quản lý như chính tài liệu mật có liên quan.
Danh sách người đã giữ hoặc đọc tài liệu không buộc tội ai.

TRONG GÓI CÓ GÌ
 data/minutes.pdf          biên bản bàn giao, để ký
 data/incident.json        hồ sơ vụ việc
 data/evidence/N/          từng chứng cứ: bản gốc như đã thu (original.bin), WARC, ảnh trang,
                           bản WACZ để mở lại trang bằng chương trình xem kho web (capture.wacz),
                           bảng dấu băm SHA256SUMS, dấu thời gian SHA256SUMS.tsr, ai đã giữ;
                           của ảnh nghi bị lộ: kết quả đọc dấu riêng (mark-reading.json)
 data/ledger/              các mục sổ cái về vụ việc và bằng chứng của từng mục
 seal/                     mục sổ cái giữ dấu băm của cả gói, và bằng chứng của mục ấy
Không mở original.bin bằng trình duyệt trên máy có mạng.

KIỂM TRA, không cần phần mềm của chúng tôi
1. Mọi tệp còn nguyên:
   sha256sum -c manifest-sha256.txt && sha256sum -c tagmanifest-sha256.txt
${sumLines(pieces)}
2. Dấu thời gian${stamped.length > 0 ? ':' : ': gói này không có.'}
${stampLines(stamped)}
   Chứng thư trong gói chỉ để tiện dùng; hãy nhận chứng thư từ cơ quan cấp dấu thời gian.
3. Sổ cái (cần Node 20 trở lên; tệp check.mjs đọc được bằng mắt, không có gì ẩn):
   node check.mjs --vkey "DÒNG KHÓA"
   DÒNG KHÓA in trong biên bản đã ký; không lấy từ gói này.
4. Dấu băm của tagmanifest-sha256.txt phải là dấu in trong biên bản ký khi nhận:
   sha256sum tagmanifest-sha256.txt
`;

const en = ({ agency, incidentId, pieces, stamped }: About) => `HAND-OVER PACKAGE OF EVIDENCE
${agency}. Incident ${incidentId}. ${pieces} pieces of evidence.

The package repeats protected content: keep it like the secret document that it concerns.
The list of who held or read the document accuses nobody.

WHAT IS IN IT
 data/minutes.pdf          minutes of the hand-over, to be signed
 data/incident.json        the file of the incident
 data/evidence/N/          each piece: the original as captured (original.bin), WARC, page image,
                           the WACZ that a replay viewer of web archives opens (capture.wacz),
                           the hashes SHA256SUMS, the time-stamp SHA256SUMS.tsr, who kept it;
                           of a suspect picture what was read of its mark (mark-reading.json)
 data/ledger/              the entries of the ledger about the incident, each with its proof
 seal/                     the entry that keeps the hash of the whole package, with its proof
Do not open original.bin in a browser on a connected machine.

HOW TO CHECK IT, without our software
1. Every file is as it was:
   sha256sum -c manifest-sha256.txt && sha256sum -c tagmanifest-sha256.txt
${sumLines(pieces)}
2. The time-stamps${stamped.length > 0 ? ':' : ': this package has none.'}
${stampLines(stamped)}
   The certificate lies here for convenience; get it from the time-stamping authority.
3. The ledger (Node 20 or later; check.mjs is plain text, nothing is hidden in it):
   node check.mjs --vkey "KEY"
   KEY is printed in the signed minutes; do not take it from the package.
4. The hash of tagmanifest-sha256.txt must be the one written down when it was received:
   sha256sum tagmanifest-sha256.txt
`;

export const readme = (about: About) => ({ vi: utf8(vi(about)), en: utf8(en(about)) });
