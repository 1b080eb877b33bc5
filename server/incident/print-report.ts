/**
 * The ad hoc report of a leak or loss (decree 26/2020 art. 8: at once; contents: the situation,
 * what was done, causes, proposals). No form is prescribed: a paper in the layout of decree
 * 30/2020, to be completed, classified and signed by hand. It names the document only for who may
 * see it.
 */
import { dateInHanoi, type Instant, printDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { DocumentLine } from '../ports/document-line.ts';
import type { Paper } from '../ports/evidence/paper-printer.ts';
import type { Parts } from '../ports/parts.ts';
import type { AgencyRow, EvidenceRow, IncidentRow } from '../ports/rows.ts';
import { linesOf } from '../ports/shared-passages.ts';
import { admitIncident } from './admit-incident.ts';
import { printMoment, stepLines } from './report-lines.ts';

type Input = {
  readonly incidentId: string;
  readonly recipient: string;
  readonly cause: string;
  readonly proposal: string;
};
type Facts = {
  readonly incident: IncidentRow;
  readonly evidence: readonly EvidenceRow[];
  /** Of the evidence, what was found and added by hand. */
  readonly foundIds: ReadonlySet<string>;
  readonly line: DocumentLine | null;
  readonly agency: AgencyRow | null;
  readonly now: Instant;
};

const KINDS: Readonly<Record<string, string>> = {
  exposure: 'lộ bí mật nhà nước',
  loss: 'mất bí mật nhà nước',
  both: 'lộ, mất bí mật nhà nước',
};
const LEVELS = { 'tuyet-mat': 'Tuyệt mật', 'toi-mat': 'Tối mật', mat: 'Mật' } as const;
const DOTS = '.'.repeat(90);

function momentOf({ id, articleId, capturedAt }: EvidenceRow, { foundIds }: Facts): string {
  const given = foundIds.has(id) ? 'phát hiện lúc' : 'đưa ra đọc dấu lúc';
  return `${articleId === null ? given : 'thu lúc'} ${printMoment(capturedAt)}`;
}

function situation(facts: Facts): string[] {
  const { incident, evidence, line } = facts;
  const document = line
    ? `Tài liệu: ${line.symbol ?? 'chưa có số'}${line.level ? `, độ ${LEVELS[line.level]}` : ''}.`
    : `Tài liệu: ${DOTS}`;
  return [
    `Phát hiện, mở hồ sơ lúc ${printMoment(incident.openedAt)}.`,
    document,
    ...evidence.map(
      (piece, index) =>
        `Chứng cứ ${index + 1}: ${piece.source}${piece.url === null ? '' : `, ${piece.url}`}, ` +
        `${momentOf(piece, facts)}, SHA-256 ${piece.sha256}.`,
    ),
  ];
}

function paperOf(facts: Facts, { recipient, cause, proposal }: Input): Paper {
  const { incident, agency, now } = facts;
  const [day, month, year] = printDate(dateInHanoi(now)).split('/');
  const written = (words: string) => (words.trim() === '' ? [DOTS, DOTS] : words.split('\n'));
  return {
    superiorBody: agency?.superiorName ?? '',
    body: agency?.name ?? '',
    number: `Số: ……/BC-${agency?.symbol ?? ''}`,
    placeAndDay: `${agency?.place ?? '……'}, ngày ${day} tháng ${month} năm ${year}`,
    title: 'Báo cáo đột xuất',
    subtitle: `Về việc ${KINDS[incident.kind] ?? ''}`,
    to: recipient.trim() || DOTS,
    blocks: [
      { kind: 'text', heading: '1. Tình hình', lines: situation(facts) },
      { kind: 'text', heading: '2. Việc đã làm', lines: stepLines(incident) },
      { kind: 'text', heading: '3. Nguyên nhân, hậu quả', lines: written(cause) },
      { kind: 'text', heading: '4. Đề xuất, kiến nghị', lines: written(proposal) },
    ],
    signatures: [
      { role: 'Người lập', name: '' },
      { role: 'Người đứng đầu', name: '' },
    ],
    notice:
      'Bản in từ hệ thống, chưa có giá trị khi chưa ký. Không có mẫu do pháp luật quy định; nội ' +
      'dung theo Điều 8 Nghị định 26/2020/NĐ-CP, thể thức theo Nghị định 30/2020/NĐ-CP. Xác định ' +
      'độ mật của báo cáo trước khi ký, phát hành.',
  };
}

export async function printReport(
  { acts, paperPrinter }: Pick<Parts, 'acts' | 'paperPrinter'>,
  actor: Actor,
  input: Input,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
  const { incidentId } = input;
  const attempt = { verb: 'incident.print-report', subject: { incident: incidentId } } as const;
  const done = await acts.perform<Facts>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { incident } = admitted.value;
    const { documentId } = incident;
    const lines = await linesOf(eyes, actor, { action: 'see', documentIds: [documentId] });
    const evidence = await world.mine.incidents.loadEvidence(incidentId);
    const finds = await world.mine.incidents.loadFinds(incidentId);
    const foundIds = new Set(finds.map(({ id }) => id));
    const agency = await world.mine.people.loadAgency();
    const line = lines.get(documentId) ?? null;
    return permit({
      subject: { document: documentId },
      facts: { evidence: evidence.length, named: line !== null },
      value: { incident, evidence, foundIds, line, agency, now: world.now },
    });
  });
  if (!done.ok) return done;
  const bytes = await paperPrinter.printPaper(paperOf(done.value, input));
  return permit({ bytes, fileName: 'bao-cao-dot-xuat.pdf' });
}
