/** A house with a leak, made by requests in the sessions of its people: where a walk begins. */
import { addDays, calendarDate } from '../../core/common/calendar-date.ts';
import { ARTICLE, DRAFT, SUMMARY } from './walk-papers.ts';
import { INITIAL_PASSWORD, registerPerson } from './walk-people.ts';
import * as setUp from './walk-set-up.ts';
import type { Sitter, Stage } from './walk-stage.ts';

export type LeakPeople = {
  /** Watch officer; inspector, who may read the document; registrar. */
  readonly khoa: Sitter;
  readonly dung: Sitter;
  readonly hung: Sitter;
  /** The address of the incident's screen. */
  readonly incident: string;
};

const PROPOSAL = {
  documentType: 'plan',
  level: 'mat',
  summary: SUMMARY,
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Ban tổ chức',
  recipients: ['Ban tổ chức'],
  copies: 1,
  copyingAllowed: false,
  shorterPeriod: null,
};

type Deciding = { readonly linh: Sitter; readonly mai: Sitter };

/** Decided by the head, who lets one person read it. */
async function determine({ linh, mai }: Deciding, documentId: string, reader: string) {
  const at = `/api/documents/${documentId}`;
  const me = await (await mai.get('/api/me')).json();
  await linh.post(`${at}/propose`, { to: me.personId });
  await mai.post(`${at}/determine`, {});
  const { today } = await (await mai.get('/api/form-options')).json();
  const untilOn = addDays(calendarDate(today), 30);
  await mai.post(`${at}/grants`, { personId: reader, untilOn, reason: 'Xử lý vụ việc' });
}

export async function prepareLeak(stage: Stage): Promise<LeakPeople> {
  const first = await stage.sitDown();
  await first.open('/');
  const shares = await setUp.walkSetUp(first.page, async () => {});
  await first.page.context().close();
  const mai = await stage.enter({ login: 'mai', initialPassword: setUp.INITIAL_PASSWORD });
  const hung = await stage.enter({ login: 'hung', initialPassword: setUp.INITIAL_PASSWORD });
  await mai.post('/api/vault/share', { share: shares[0] });
  await hung.post('/api/vault/share', { share: shares[1] });
  const ids = new Map<string, string>();
  for (const login of ['linh', 'khoa', 'dung'] as const) {
    ids.set(login, await registerPerson(hung, login));
  }
  const signIn = (login: string) => stage.enter({ login, initialPassword: INITIAL_PASSWORD });
  const linh = await signIn('linh');
  const { documentId } = await linh.post<{ documentId: string }>('/api/documents/draft', PROPOSAL);
  await linh.upload(`/api/documents/${documentId}/file`, DRAFT);
  await determine({ linh, mai }, documentId, ids.get('dung') ?? '');
  const [khoa, dung] = [await signIn('khoa'), await signIn('dung')];
  await khoa.upload('/api/watch/import?fileName=bai.html', ARTICLE);
  const queue = await (await khoa.get('/api/watch/matches')).json();
  const { incidentId } = await khoa.post<{ incidentId: string }>(
    `/api/watch/matches/${queue.matches[0].matchId}/confirm`,
    { reason: 'Hai câu trùng.' },
  );
  return { khoa, dung, hung, incident: `/incidents/${incidentId}` };
}
