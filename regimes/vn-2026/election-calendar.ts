/**
 * The days that an election day fixes, by law 85/2015/QH13 as amended by 83/2025/QH15. Each is the
 * latest day; before it what the row publishes may not be published. Whether it is also a state
 * secret only the list of secrets says. Complaints are counted from the publication of the
 * results, not from the election day.
 */
import type { ReleaseTemplateRow } from '../../core/publication/release-template.ts';
import { election } from './cite.ts';

type Words = { readonly vi: string; readonly en: string };

const row = (
  code: string,
  [offsetDays, does]: readonly [number, 'publishes' | 'marks'],
  { vi, en, articles, after }: Words & { readonly articles: readonly string[]; after?: string },
): ReleaseTemplateRow => ({
  code,
  offsetDays,
  after: after ?? null,
  publishes: does === 'publishes',
  vi,
  en,
  articles: articles.map((article) => election(article, 'confirmed')),
});

export const electionCalendar: readonly ReleaseTemplateRow[] = [
  row('election-day-announced', [-115, 'publishes'], {
    vi: 'Công bố ngày bầu cử',
    en: 'Election day announced',
    articles: ['5'],
  }),
  row('first-consultation', [-95, 'marks'], {
    vi: 'Hội nghị hiệp thương lần thứ nhất',
    en: 'First consultative conference',
    articles: ['38', '39', '50'],
  }),
  row('constituencies', [-80, 'publishes'], {
    vi: 'Công bố số đơn vị bầu cử, danh sách các đơn vị bầu cử',
    en: 'Number and list of constituencies published',
    articles: ['10'],
  }),
  row('constituency-boards', [-70, 'marks'], {
    vi: 'Thành lập ban bầu cử',
    en: 'Constituency boards set up',
    articles: ['24'],
  }),
  row('candidacy-files', [-42, 'marks'], {
    vi: 'Hết hạn nộp hồ sơ ứng cử',
    en: 'Last day for candidacy files',
    articles: ['35'],
  }),
  row('second-consultation', [-40, 'marks'], {
    vi: 'Hội nghị hiệp thương lần thứ hai',
    en: 'Second consultative conference',
    articles: ['43', '44', '53'],
  }),
  row('voter-lists', [-40, 'publishes'], {
    vi: 'Niêm yết danh sách cử tri',
    en: 'Voter lists posted',
    articles: ['32'],
  }),
  row('third-consultation', [-23, 'marks'], {
    vi: 'Hội nghị hiệp thương lần thứ ba',
    en: 'Third consultative conference',
    articles: ['48', '49', '56'],
  }),
  row('front-sends-list', [-21, 'marks'], {
    vi: 'Mặt trận Tổ quốc gửi biên bản, danh sách người đủ tiêu chuẩn ứng cử',
    en: 'The Front sends minutes and list',
    articles: ['57', '58'],
  }),
  row('official-candidates', [-17, 'publishes'], {
    vi:
      'Hội đồng bầu cử quốc gia (đại biểu Quốc hội), Ủy ban bầu cử (đại biểu Hội đồng nhân dân) ' +
      'công bố danh sách chính thức những người ứng cử',
    en:
      'Official list of candidates published by the national election council (National ' +
      'Assembly) and the election committees (People’s Councils)',
    articles: ['57.4', '58.2'],
  }),
  row('ballots', [-17, 'marks'], {
    vi: 'Phân phối phiếu bầu cho ban bầu cử',
    en: 'Ballots distributed to the boards',
    articles: ['23'],
  }),
  row('candidates-posted', [-16, 'publishes'], {
    vi:
      'Ủy ban bầu cử thành phố công bố tại địa phương danh sách người ứng cử đại biểu Quốc hội; ' +
      'niêm yết danh sách người ứng cử ở khu vực bỏ phiếu',
    en:
      'Candidates for the National Assembly published locally by the city’s election committee; ' +
      'candidates posted at polling stations',
    articles: ['57.7', '59'],
  }),
  row('campaign-ends', [-1, 'marks'], {
    vi: 'Kết thúc vận động bầu cử, 24 giờ trước giờ bắt đầu bỏ phiếu',
    en: 'Campaign ends, 24 hours before voting begins',
    articles: ['64'],
  }),
  row('election-day', [0, 'marks'], {
    vi: 'Ngày bầu cử; báo chí được chứng kiến kiểm phiếu',
    en: 'Election day; the press may witness the count',
    articles: ['73'],
  }),
  row('counting-minutes', [3, 'marks'], {
    vi: 'Gửi biên bản kết quả kiểm phiếu',
    en: 'Counting minutes sent',
    articles: ['76'],
  }),
  row('constituency-results', [5, 'marks'], {
    vi: 'Biên bản xác định kết quả bầu cử ở đơn vị bầu cử',
    en: 'Minutes of the result of each constituency',
    articles: ['77'],
  }),
  row('city-results', [7, 'marks'], {
    vi: 'Biên bản kết quả bầu cử đại biểu Quốc hội của thành phố',
    en: 'Minutes of the city’s result (National Assembly)',
    articles: ['83'],
  }),
  row('results', [10, 'publishes'], {
    vi:
      'Hội đồng bầu cử quốc gia, Ủy ban bầu cử công bố kết quả bầu cử và danh sách người ' +
      'trúng cử',
    en:
      'Results and list of those elected published by the national election council and the ' +
      'election committees',
    articles: ['86'],
  }),
  row('complaints', [3, 'marks'], {
    vi: 'Hết hạn khiếu nại về kết quả bầu cử: 3 ngày sau ngày công bố kết quả',
    en: 'Last day for complaints about the results: 3 days after they were published',
    articles: ['87'],
    after: 'results',
  }),
];
