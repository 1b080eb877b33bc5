/** How the endpoints of publication are called by whoever looks for what they may not see. */
import type { Call, Phase, Row } from './twin-calls.ts';
import { QUOTED_TEXT, type Twins } from './twin-worlds.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const CLEAN = 'Sáng nay đội thuyền rồng phường Bến Lau tập luyện trên sông trước hội làng.';
const reason = { reason: 'Vì lý do' };
const words = new TextEncoder();
const once = (phase: Phase, ...calls: readonly Call[]): Row => ({
  phase,
  calls: () => (calls.length > 0 ? calls : [{}]),
});

const onRequest = (body?: unknown): Row => ({
  phase: 'write',
  calls: () => [{ params: { requestId: ABSENT }, body }],
});

const onRelease = (body?: unknown): Row => ({
  phase: 'write',
  calls: () => [{ params: { releaseId: ABSENT }, body }],
});

const PLACE = {
  outlet: 'Trang',
  publishedAt: '2026-11-02T04:00:00.000Z',
  releaseAt: '2027-01-04T04:00:00.000Z',
};
const planAt = ({ plain }: Twins) => ({
  title: 'Kết quả',
  releaseAt: PLACE.releaseAt,
  releaserId: plain.people.hiddenChair,
  basis: '1/QĐ',
});

export const PUBLICATION_CALLS: Readonly<Record<string, Row>> = {
  'publication.type': once('write', { body: { text: QUOTED_TEXT } }),
  'publication.compare-loosely': {
    phase: 'write',
    calls: ({ hidden, documentId }) =>
      [...hidden.document, ABSENT, documentId].map((id) => ({
        body: { documentId: id, text: QUOTED_TEXT },
      })),
  },
  'publication.submit': once(
    'write',
    { body: { medium: 'reply', title: 'Trả lời', text: CLEAN } },
    { body: { medium: 'reply', title: 'Trả lời', text: QUOTED_TEXT } },
  ),
  'publication.submit-file': once('write', {
    query: 'medium=reply&title=Tin',
    file: words.encode(QUOTED_TEXT),
  }),
  'publication.list': once('read'),
  'publication.list-records': once('read'),
  'publication.view': onRequest(),
  'publication.revise': onRequest({ text: QUOTED_TEXT }),
  'publication.withdraw': onRequest(),
  'publication.clear': onRequest({ note: '' }),
  'publication.clear-amended': onRequest({ note: '', text: QUOTED_TEXT }),
  'publication.object': onRequest(reason),
  'publication.appeal': onRequest(reason),
  'publication.allow-appeal': onRequest({ note: '' }),
  'publication.uphold': onRequest(reason),
  'publication.record': onRequest({ ...PLACE, text: QUOTED_TEXT }),
  'publication.record-file': {
    phase: 'write',
    calls: () => [
      {
        params: { requestId: ABSENT },
        query: `outlet=Trang&publishedAt=${PLACE.publishedAt}&fileName=a.txt`,
        file: words.encode(QUOTED_TEXT),
      },
    ],
  },
  'publication.take-file': {
    phase: 'write',
    calls: () => [{ params: { requestId: ABSENT, textId: ABSENT } }],
  },
  'publication.view-difference': {
    phase: 'write',
    calls: () => [{ params: { requestId: ABSENT, recordId: ABSENT } }],
  },
  'publication.list-releases': once('read'),
  'publication.election-days': once('read', { query: 'day=2026-12-06' }),
  'publication.plan-release': {
    phase: 'write',
    calls: (twins) =>
      [...twins.hidden.document.slice(0, 1), ABSENT, twins.documentId, null].map((documentId) => ({
        body: { ...planAt(twins), documentId },
      })),
  },
  'publication.plan-material': {
    phase: 'write',
    calls: (twins) => [
      { query: new URLSearchParams(planAt(twins)).toString(), file: words.encode(CLEAN) },
    ],
  },
  'publication.plan-election': {
    phase: 'write',
    calls: ({ plain }) => [{ body: { day: '2026-12-06', releaserId: plain.people.hiddenChair } }],
  },
  'publication.move-release': onRelease({ releaseAt: PLACE.releaseAt }),
  'publication.release': onRelease(),
  'publication.cancel-release': onRelease(reason),
};
