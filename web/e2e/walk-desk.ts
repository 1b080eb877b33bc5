/**
 * A house with a determined paper in two copies, one of them an extract, and three articles that
 * repeat it, two of them one story. Made by requests in the sessions of its people.
 */
import { addDays, calendarDate } from '../../core/common/calendar-date.ts';
import { ARTICLE, DRAFT, SUMMARY } from './walk-papers.ts';
import { INITIAL_PASSWORD, registerPerson } from './walk-people.ts';
import * as setUp from './walk-set-up.ts';
import type { Sitter, Stage } from './walk-stage.ts';

export type DeskPeople = {
  /** Competent person, watch officer. */
  readonly mai: Sitter;
  readonly khoa: Sitter;
  /** The address of the document's screen. */
  readonly paper: string;
};

/** The opening and the end of the draft in another order and other words: no row tells. */
const RETOLD = `<p>Truoc khi niem yet, neu khuyet hai nguoi tro len o danh sach chinh thuc, se dung
phuong an nhan su: chuc danh truong don vi, sau cai, cua thanh pho, deu co du phong, Ban to
chuc da trinh. Trao doi truc tiep, dien thoai thi khong, thu dien tu cung khong.</p>`;
const FIRST_OUTLET = ARTICLE.replace('</article>', `${RETOLD}</article>`);

const OTHER_OUTLET = FIRST_OUTLET.replace('tin-bia-dat.example', 'bao-ben-song.example')
  .replace('Tin bịa đặt', 'Báo bến sông')
  .replace('Nhung ngay nay', 'Bao nay ke lai rang nhung ngay nay');

/** Sentence 4 of the draft: another passage, so another story. */
const OTHER_STORY = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Ngăn tủ của ai</title><link rel="canonical" href="https://tin-vit.example/ngan-tu">
</head><body><article><h1>Ngăn tủ của ai</h1><p>Bạn đọc hỏi chuyện ở chợ.</p>
<p>Hồ sơ lý lịch của ba người còn lại được giữ tại ngăn tủ riêng của người đứng đầu.</p>
<p>Tòa soạn chưa kiểm chứng.</p></article></body></html>`;

const EXTRACT = `TRÍCH SAO ${SUMMARY}
Mọi trao đổi về phương án chỉ thực hiện trực tiếp, không dùng điện thoại.`;

const PROPOSAL = {
  documentType: 'plan',
  level: 'mat',
  summary: SUMMARY,
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Ban tổ chức',
  recipients: ['Ban tổ chức'],
  copies: 2,
  copyingAllowed: false,
  shorterPeriod: null,
};

const meOf = async (sitter: Sitter): Promise<string> =>
  (await (await sitter.get('/api/me')).json()).personId;

type Papers = { readonly linh: Sitter; readonly thu: Sitter; readonly mai: Sitter };

/** Drafted, determined, numbered; copy 1 handed on, copy 2 an extract. */
async function makePaper({ linh, thu, mai }: Papers, holder: string): Promise<string> {
  const { documentId } = await linh.post<{ documentId: string }>('/api/documents/draft', PROPOSAL);
  const at = `/api/documents/${documentId}`;
  await linh.upload(`${at}/file`, DRAFT);
  await linh.post(`${at}/propose`, { to: await meOf(mai) });
  await mai.post(`${at}/determine`, {});
  const signedBy = await meOf(mai);
  const issuing = { symbol: 'PA-UBBC', signedBy, keeper: 'Văn thư', note: '' };
  await thu.post(`${at}/issue`, issuing);
  const { copies } = await (await thu.get(at)).json();
  const [first, second] = copies as { copyId: string }[];
  await thu.post(`${at}/copies/${first?.copyId}/hand-over`, { to: holder });
  await thu.upload(`${at}/copies/${second?.copyId}/variant`, EXTRACT);
  return documentId;
}

export type DeskHouse = Papers & {
  readonly hung: Sitter;
  readonly khoa: Sitter;
  readonly quocan: Sitter;
  /** By login. */
  readonly ids: ReadonlyMap<string, string>;
};

/** Founded, its vault open, its people at their desks. */
export async function openHouse(stage: Stage): Promise<DeskHouse> {
  const first = await stage.sitDown();
  await first.open('/');
  const shares = await setUp.walkSetUp(first.page, async () => {});
  await first.page.context().close();
  const founder = (login: string) =>
    stage.enter({ login, initialPassword: setUp.INITIAL_PASSWORD });
  const [mai, hung, quocan] = [
    await founder('mai'),
    await founder('hung'),
    await founder('quocan'),
  ];
  await mai.post('/api/vault/share', { share: shares[0] });
  await hung.post('/api/vault/share', { share: shares[1] });
  const ids = new Map<string, string>();
  for (const login of ['linh', 'thu', 'khoa', 'binh'] as const) {
    ids.set(login, await registerPerson(hung, login));
  }
  const signIn = (login: string) => stage.enter({ login, initialPassword: INITIAL_PASSWORD });
  const [linh, thu, khoa] = [await signIn('linh'), await signIn('thu'), await signIn('khoa')];
  return { mai, hung, quocan, linh, thu, khoa, ids };
}

/** The paper, which the watch officer may read. Returns the address of its screen. */
export async function registerPaper(house: DeskHouse): Promise<string> {
  const { mai, hung, ids } = house;
  const documentId = await makePaper(house, ids.get('binh') ?? '');
  const { today } = await (await hung.get('/api/form-options')).json();
  const untilOn = addDays(calendarDate(today), 30);
  const grant = { personId: ids.get('khoa'), untilOn, reason: 'Theo dõi báo chí' };
  await mai.post(`/api/documents/${documentId}/grants`, grant);
  return `/documents/${documentId}`;
}

export async function prepareDesk(stage: Stage): Promise<DeskPeople> {
  const house = await openHouse(stage);
  const { mai, khoa } = house;
  const paper = await registerPaper(house);
  for (const article of [FIRST_OUTLET, OTHER_OUTLET, OTHER_STORY]) {
    await khoa.upload('/api/watch/import?fileName=bai.html', article);
  }
  return { mai, khoa, paper };
}
