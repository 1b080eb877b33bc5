import type { SourceKind, SourceState } from '../../../core/parcel/manifest.ts';
import { catalogue } from '../../text/catalogue.ts';

type States = Record<SourceState, string>;
type Kinds = Record<SourceKind, string>;

export const intakeText = catalogue({
  vi: {
    title: 'Kiện tin từ bên ngoài',
    lead:
      'Máy thu thập trên mạng ngoài đóng tin công khai thành kiện có chữ ký và số thứ tự; kiện ' +
      'được chép sang đây bằng thiết bị được phép.',
    take: 'Nhập kiện tin',
    files: 'Các tệp của kiện',
    filesHint: 'Chọn tệp .json, .sig và mọi tệp đánh số; có thể chọn nhiều kiện một lần.',
    acceptGap: 'Chấp nhận mất hẳn các kiện còn thiếu ở giữa (được ghi vào sổ cái)',
    noParcel: 'Trong các tệp đã chọn không có kiện tin nào.',
    taken: (parcel: string, articles: string, matched: string) =>
      `${parcel}: ${articles} bài, ${matched} bài trùng khớp`,
    collectors: 'Máy thu thập',
    noCollectors: 'Chưa có máy thu thập nào được đăng ký',
    noCollectorsWhy:
      'Trên máy nối mạng bên ngoài, chạy lệnh dưới đây rồi mang dòng khóa nó in ra đến cho quản trị:',
    key: 'Khóa',
    last: 'Kiện gần nhất',
    lastParcel: (number: string, made: string, taken: string) =>
      `Số ${number}, đóng lúc ${made}, nhập lúc ${taken}`,
    nothingYet: 'Chưa có kiện nào',
    quiet: 'Lâu bất thường chưa có kiện mới: kiểm tra máy thu thập và việc chép kiện.',
    withdrawn: (at: string) => `Đã hủy đăng ký lúc ${at}`,
    withdraw: 'Hủy đăng ký',
    withdrawWhy: 'Khóa đã hủy không bao giờ được tin lại.',
    sources: (name: string) => `Các nguồn của ${name}`,
    source: 'Nguồn',
    kind: 'Loại',
    state: 'Tình trạng',
    lastArticle: 'Bài mới nhất',
    usual: 'Thường cách nhau',
    minutes: (count: string) => `${count} phút`,
    hours: (count: string) => `${count} giờ`,
    problem: 'Lỗi gần nhất',
    states: {
      new: 'Mới theo dõi',
      good: 'Tốt',
      failing: 'Đang lỗi',
      silent: 'Im lặng bất thường',
    } satisfies States,
    kinds: {
      feed: 'Nguồn RSS',
      sitemap: 'Sơ đồ trang',
      page: 'Một trang',
      mbox: 'Bản tin thư',
      telegram: 'Telegram',
      jsonl: 'Bản xuất khác',
    } satisfies Kinds,
    register: 'Đăng ký máy thu thập',
    registerLead: 'Dán dòng khóa mà lệnh niemphong collect init đã in ra trên máy thu thập.',
    name: 'Tên gọi',
    keyLine: 'Dòng khóa công khai',
    registered: 'Đã đăng ký',
    kept: 'Giữ tạm để tìm ngược',
    keptFacts: (articles: string, parcels: string, imports: string) =>
      `${articles} bài trong ${parcels} kiện và ${imports} tệp nhập tay`,
    keptNow: 'Đang giữ',
    keptSince: 'Từ lúc',
    retention: 'Số ngày giữ',
    retentionWhy:
      'Bài không trùng khớp chỉ để lại địa chỉ, mã băm và thời điểm. Nội dung thô được niêm ' +
      'phong trong số ngày này để tài liệu đăng ký sau có thể được tìm ngược; hết hạn thì tự xóa.',
    days: (count: string) => `${count} ngày`,
    save: 'Ghi số ngày',
    saved: 'Đã ghi',
    waiting: 'Tài liệu chờ tìm ngược',
  },
  en: {
    title: 'Parcels from outside',
    lead:
      'A collector on a connected machine packs public articles into signed, numbered parcels; ' +
      'they are carried here on a permitted medium.',
    take: 'Take parcels in',
    files: 'Files of the parcels',
    filesHint: 'Choose the .json, the .sig and every numbered file; several parcels at once.',
    acceptGap: 'Give the missing parcels in between up for lost (this goes to the ledger)',
    noParcel: 'There is no parcel among the chosen files.',
    taken: (parcel, articles, matched) =>
      `${parcel}: ${articles} articles, ${matched} of them match`,
    collectors: 'Collectors',
    noCollectors: 'No collector is registered yet',
    noCollectorsWhy:
      'On a connected machine outside, run the command below and bring the key line that it ' +
      'prints to the administrator:',
    key: 'Key',
    last: 'Last parcel',
    lastParcel: (number, made, taken) => `Number ${number}, made ${made}, taken in ${taken}`,
    nothingYet: 'No parcel yet',
    quiet: 'No parcel for unusually long: look at the collector and at how parcels are carried.',
    withdrawn: (at) => `Withdrawn ${at}`,
    withdraw: 'Withdraw',
    withdrawWhy: 'A key withdrawn once is never trusted again.',
    sources: (name) => `Sources of ${name}`,
    source: 'Source',
    kind: 'Kind',
    state: 'State',
    lastArticle: 'Newest article',
    usual: 'Usually apart',
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    problem: 'Last failure',
    states: {
      new: 'New',
      good: 'Good',
      failing: 'Failing',
      silent: 'Unusually silent',
    },
    kinds: {
      feed: 'RSS feed',
      sitemap: 'Sitemap',
      page: 'One page',
      mbox: 'Newsletter',
      telegram: 'Telegram',
      jsonl: 'Other export',
    },
    register: 'Register a collector',
    registerLead: 'Paste the key line that niemphong collect init printed on the collector.',
    name: 'Name',
    keyLine: 'Public key line',
    registered: 'Registered',
    kept: 'Kept for searching back',
    keptFacts: (articles, parcels, imports) =>
      `${articles} articles in ${parcels} parcels and ${imports} files brought in by hand`,
    keptNow: 'Kept now',
    keptSince: 'Since',
    retention: 'Days kept',
    retentionWhy:
      'Articles that match nothing leave only address, hash and moment. Their raw texts are ' +
      'sealed for these days, so that a document registered later can be searched back in them; ' +
      'then they are deleted.',
    days: (count) => `${count} days`,
    save: 'Save',
    saved: 'Saved',
    waiting: 'Documents waiting to be searched',
  },
});
