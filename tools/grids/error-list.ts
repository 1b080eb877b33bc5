/** Every refusal and fault as a person reads it, with its HTTP status and CLI exit code. */

import { FAULT_STATUS, REFUSAL_STATUS } from '../../contract/refusal-status.ts';
import { FAULT_TEXTS } from '../../contract/text/fault-text.ts';
import { REFUSAL_TEXTS } from '../../contract/text/refusal-text.ts';
import { FAULT_CODES } from '../../core/common/fault.ts';
import { REFUSAL_CODES } from '../../core/common/refusal-code.ts';
import { type Paper, paper, table } from './paper.ts';

const HEAD = ['Mã · code', 'HTTP', 'CLI', 'Nội dung', 'Text'];

function refusalRows(): string[][] {
  return REFUSAL_CODES.map((code) => {
    const { http, exit } = REFUSAL_STATUS[code];
    const [vi, en] = [REFUSAL_TEXTS.vi[code], REFUSAL_TEXTS.en[code]].map(
      ({ what, why, wayOut }) => `**${what}.** ${why} *${wayOut}*`,
    );
    return [`\`${code}\``, String(http), String(exit), vi ?? '', en ?? ''];
  });
}

function faultRows(): string[][] {
  return FAULT_CODES.map((code) => {
    const { http, exit } = FAULT_STATUS[code];
    const [vi, en] = [FAULT_TEXTS.vi[code], FAULT_TEXTS.en[code]].map(
      ({ what, wayOut }) => `**${what}.** *${wayOut}*`,
    );
    return [`\`${code}\``, String(http), String(exit), vi ?? '', en ?? ''];
  });
}

export function errorList(): Paper {
  const head = {
    file: 'errors.md',
    vi: 'Từ chối và sự cố',
    en: 'Refusals and faults',
    from: [
      'contract/text/refusal-text.ts',
      'contract/text/fault-text.ts',
      'contract/refusal-status.ts',
    ],
  };
  return paper(head, [
    '**Từ chối** · refused: quy tắc không cho phép, nêu đủ lý do và cách làm tiếp.',
    table(HEAD, refusalRows()),
    '**Sự cố** · faults: máy hoặc dữ liệu hỏng; việc chưa xác nhận thì chưa được ghi.',
    table(HEAD, faultRows()),
  ]);
}
