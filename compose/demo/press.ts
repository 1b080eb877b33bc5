/**
 * The invented press beyond what officers bring in by hand: what the outside collector carried in,
 * parcel by parcel. Reprints make stories of several outlets; some of it is judged by `desk.ts`.
 */
import type { Manifest } from '../../core/parcel/manifest.ts';
import { bare, type DemoArticle, LEAKS } from './articles.ts';
import { POLLING_PLACES } from './statements.ts';

/** `minutes`: of the capture, after eight in the morning of that day. */
export type CollectedArticle = DemoArticle & { readonly minutes: number };

export type ParcelPlan = {
  /** When the collector made it, and when its medium reached the house. */
  readonly madeDaysAgo: number;
  readonly takenDaysAgo: number;
  readonly articles: readonly CollectedArticle[];
};

const FIRST: readonly CollectedArticle[] = [
  {
    id: 'hon-chuong-12',
    daysAgo: 17,
    minutes: 95,
    source: 'langchai.example',
    title: 'Bảng niêm yết ở Hòn Chuông vẫn trống',
    text:
      'Mấy hôm nay bà con ra đầu xóm xem bảng mà chưa thấy gì. ' +
      `${LEAKS.early} Người kể chuyện xin giấu tên. Chiều nay trời trở gió, thuyền về sớm.`,
  },
  {
    id: 'ca-kho-4',
    daysAgo: 17,
    minutes: 130,
    source: 'langchai.example',
    title: 'Chợ cá họp sớm hơn một giờ',
    text:
      'Từ tuần này chợ cá họp từ ba giờ sáng để kịp xe lên vùng cao. Cá nục và cá bạc má nhiều, ' +
      'giá nhỉnh hơn tháng trước. Ban quản lý chợ lắp thêm sáu bóng đèn ở lối ra bến.',
  },
];

const SECOND: readonly CollectedArticle[] = [
  {
    id: 'khu-vuc-bo-phieu',
    daysAgo: 11,
    minutes: 40,
    source: 'dautruong.example',
    title: 'Khu vực bỏ phiếu: chúng tôi có danh sách trước',
    text:
      'Bạn đọc không phải chờ đến ngày niêm yết. ' +
      `${POLLING_PLACES} Ban biên tập chịu trách nhiệm về nguồn tin của mình.`,
  },
  {
    id: 'bai-hac-lai',
    daysAgo: 11,
    minutes: 210,
    source: 'chuyensongsa.example',
    title: 'Bai Hac: them mot nguoi ke',
    text: `Nghe lai tu ben cang. ${bare(LEAKS.verbatim)} Ai di ngang cung thay cua dong.`,
  },
  {
    id: 'cang-ben-thuyen-2',
    daysAgo: 10,
    minutes: 20,
    source: 'tinvencang.example',
    title: 'Kho số bốn có gì mà đông người',
    text:
      'Công nhân bốc vác nói với chúng tôi nhiều chuyện lạ ở cảng. ' +
      `${LEAKS.verbatim} Ban quản lý cảng từ chối bình luận.`,
  },
];

const THIRD: readonly CollectedArticle[] = [
  {
    id: 'thach-luu-2',
    daysAgo: 4,
    minutes: 75,
    source: 'benmay-diendan.example',
    title: 'Ai rút, ai ở lại tại Thạch Lựu',
    text: `Diễn đàn nhận được thư bạn đọc. ${LEAKS.bare} Thư không ghi tên người gửi.`,
  },
  {
    id: 'thach-luu-3',
    daysAgo: 3,
    minutes: 15,
    source: 'tinvencang.example',
    title: 'Chuyen Thach Luu chua het',
    text: `Ban doc chuyen cho chung toi. ${bare(LEAKS.bare)} Chung toi chua kiem chung duoc.`,
  },
  {
    id: 'phong-hop-1',
    daysAgo: 3,
    minutes: 160,
    source: 'nhipsongsongsa.example',
    title: 'Bên trong một phòng họp không điện thoại',
    text:
      'Nhiều cơ quan trong tỉnh cùng một nếp làm việc. ' +
      `${LEAKS.routine} Cán bộ về hưu kể rằng quy định ấy có từ ba mươi năm trước.`,
  },
  {
    id: 'mo-neo-5',
    daysAgo: 2,
    minutes: 30,
    source: 'langchai.example',
    title: 'Trả lời cử tri Mỏ Neo tại buổi tiếp xúc',
    text:
      'Tại buổi tiếp xúc công khai, đại diện tổ công tác đọc nguyên văn phần trả lời. ' +
      `${LEAKS.edited} Buổi tiếp xúc kết thúc lúc mười một giờ.`,
  },
];

export const PARCELS: readonly ParcelPlan[] = [
  { madeDaysAgo: 16, takenDaysAgo: 15, articles: FIRST },
  { madeDaysAgo: 9, takenDaysAgo: 8, articles: SECOND },
  { madeDaysAgo: 2, takenDaysAgo: 1, articles: THIRD },
];

type Health = Manifest['sources'][number];
type Source = Pick<Health, 'name' | 'kind' | 'state' | 'usualMinutes' | 'problem'> & {
  /** Of its newest article, before the parcel was made. */
  readonly hoursAgo: number;
};

/** As the newest parcel tells; one fell silent, one fails. */
export const SOURCES: readonly Source[] = [
  {
    name: 'nhip-song-sa',
    kind: 'feed',
    state: 'good',
    usualMinutes: 95,
    problem: null,
    hoursAgo: 2,
  },
  {
    name: 'tin-ven-cang',
    kind: 'feed',
    state: 'good',
    usualMinutes: 310,
    problem: null,
    hoursAgo: 5,
  },
  {
    name: 'dien-dan-ben-may',
    kind: 'sitemap',
    state: 'silent',
    usualMinutes: 240,
    problem: null,
    hoursAgo: 61,
  },
  {
    name: 'ban-tin-lang-chai',
    kind: 'mbox',
    state: 'failing',
    usualMinutes: 1_440,
    problem: 'file-unreadable',
    hoursAgo: 30,
  },
];
