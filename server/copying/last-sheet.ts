/**
 * The words of the sheet that a copy ends with (practice of circular 104/2021/TT-BCA): number,
 * form, time, quantity, recipient, authority. The stamp and the signature come by hand.
 */
import { findPost } from '../../core/authority/legal-post.ts';
import { dateInHanoi, type Instant, printDate } from '../../core/common/calendar-date.ts';
import type { PrintedCopy } from '../ports/copying/copy-printer.ts';
import { documentLine, namesOf } from '../ports/document-line.ts';
import type { Parts } from '../ports/parts.ts';
import type { Readers } from '../ports/readers.ts';
import { type AdmittedPermit, authorityOf, madeOf } from './permit.ts';

type Sheet = Pick<PrintedCopy, 'level' | 'facts' | 'signer' | 'remark'>;

const REMARK =
  'Bản in từ hệ thống, chưa có giá trị khi chưa đóng dấu chỉ độ mật, dấu bản sao, chưa ký và ' +
  'đóng dấu của cơ quan. Bản in hỏng phải tiêu hủy ngay và không in lại cùng số. Bản sao được ' +
  'bảo vệ như bản chính.';

export async function lastSheet(
  { readers, law }: { readonly readers: Readers } & Pick<Parts, 'law'>,
  { determined, file, row, now }: AdmittedPermit & { readonly now: Instant },
): Promise<Sheet> {
  const nameOf = await namesOf(readers);
  const authority = authorityOf(row);
  const post = findPost(law, authority.post)?.vi ?? '';
  const by =
    authority.by === 'post' ? post : `theo văn bản ủy quyền ${authority.documentNo} của ${post}`;
  const allowing = nameOf(row.allowedBy);
  const { vi } = law.levels[determined.level];
  const facts = [
    ['Bản chính', documentLine(file, now).symbol ?? ''],
    ['Độ mật', vi],
    ['Hình thức sao', 'Sao y bản chính'],
    ['Thời gian sao', `Ngày ${printDate(dateInHanoi(now))}`],
    ['Số lượng', `Bản thứ ${madeOf(row).length + 1} trong ${row.copies} bản được phép sao`],
    ['Nơi nhận', row.recipient],
    ['Người cho phép sao', `${allowing}, ${by}`],
    ['Người thực hiện sao', nameOf(row.executorId)],
  ] as const;
  return {
    level: vi,
    facts: facts.map(([name, value]) => ({ name, value })),
    signer: { role: 'Người có thẩm quyền', name: allowing },
    remark: REMARK,
  };
}
