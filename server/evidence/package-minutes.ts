/**
 * The minutes of a hand-over (decree 30/2020 annex I; the law prescribes no form of its own for
 * evidence of a leak, so the notice says that this is the agency's). Signed by hand on both sides.
 */
import { dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import type { Paper } from '../ports/evidence/paper-printer.ts';
import type { AgencyRow } from '../ports/rows.ts';
import type { Receiver } from './view-custody.ts';

export type MinutesFile = { readonly path: string; readonly sha256: string };

type Minutes = {
  readonly agency: AgencyRow | null;
  readonly giver: string;
  readonly receiver: Receiver & { readonly place: string };
  readonly incidentId: string;
  readonly at: Instant;
  readonly files: readonly MinutesFile[];
  readonly vkey: string;
  readonly stamps: readonly string[];
  /** How files that were added by hand came into the file. */
  readonly finds: readonly string[];
};

function placeAndDay(place: string, at: Instant): string {
  const [year, month, day] = dateInHanoi(at).split('-');
  return `${place}, ngày ${day} tháng ${month} năm ${year}`;
}

export function minutesOf(minutes: Minutes): Paper {
  const { agency, giver, receiver, incidentId, at, files, vkey, stamps, finds } = minutes;
  const place = receiver.place || agency?.place || '……………';
  return {
    superiorBody: agency?.superiorName ?? '',
    body: agency?.name ?? '',
    number: `Số: ${receiver.minutesNo || '………/BB'}`,
    placeAndDay: placeAndDay(place, at),
    title: 'Biên bản',
    subtitle: 'Bàn giao chứng cứ vụ lộ, mất bí mật nhà nước',
    to: null,
    blocks: [
      {
        kind: 'text',
        heading: 'I. Thành phần',
        lines: [
          `Bên giao: ${giver}, ${agency?.name ?? ''}.`,
          `Bên nhận: ${receiver.receiverName}, ${receiver.receiverBody}.`,
        ],
      },
      {
        kind: 'text',
        heading: 'II. Nội dung',
        lines: [
          `Hai bên bàn giao gói chứng cứ điện tử của vụ việc ${incidentId}, gồm các tệp dưới ` +
            'đây. Gói lặp lại nội dung được bảo vệ; bên nhận quản lý như tài liệu mật có liên quan.',
          ...finds,
          ...stamps,
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'Tệp', share: 2 },
          { title: 'SHA-256', share: 3 },
        ],
        rows: files.map(({ path, sha256 }) => [path, sha256]),
      },
      {
        kind: 'text',
        heading: 'III. Kiểm tra',
        lines: [
          `Khóa kiểm chứng sổ cái của bên giao: ${vkey}`,
          'Dấu băm SHA-256 của tệp tagmanifest-sha256.txt trong gói, bên nhận tự tính và ghi khi ' +
            `nhận: ${'.'.repeat(70)}`,
          'Cách kiểm tra ghi trong tệp DOC-TRUOC.txt của gói.',
        ],
      },
    ],
    signatures: [
      { role: 'Bên giao', name: giver },
      { role: 'Bên nhận', name: receiver.receiverName },
    ],
    notice:
      'Bản in từ hệ thống, chưa có giá trị khi chưa ký. Pháp luật chưa có mẫu riêng cho việc bàn ' +
      'giao này; thể thức theo Nghị định 30/2020/NĐ-CP. Đơn vị xác định độ mật trước khi ký.',
  };
}
