import { catalogue } from '../text/catalogue.ts';

export const incidentsText = catalogue({
  vi: {
    title: 'Vụ lộ, mất bí mật nhà nước',
    lead: 'Báo cáo ngay khi phát hiện; mỗi vụ có hồ sơ chứng cứ.',
    empty: 'Chưa có vụ nào',
    emptyBody: 'Vụ lộ được mở khi cán bộ theo dõi báo chí xác nhận một đoạn trùng.',
    toQueue: 'Đến bài viết cần xem',
    kind: 'Loại vụ',
    kinds: { exposure: 'Lộ', loss: 'Mất', both: 'Lộ và mất' },
    opened: (kind: string, moment: string) => `${kind}, mở lúc ${moment}`,
    document: 'Tài liệu',
    source: 'Nơi xuất hiện',
    by: 'Người mở',
    state: 'Trạng thái',
    states: { open: 'Đang xử lý', closed: 'Đã kết thúc' },
  },
  en: {
    title: 'Leaks and losses',
    lead: 'Reported at once; each has its evidence.',
    empty: 'There is no incident',
    emptyBody: 'An incident opens when a press watch officer confirms a match.',
    toQueue: 'To the articles to review',
    kind: 'Kind',
    kinds: { exposure: 'Exposure', loss: 'Loss', both: 'Exposure and loss' },
    opened: (kind, moment) => `${kind}, opened ${moment}`,
    document: 'Document',
    source: 'Where it stood',
    by: 'Opened by',
    state: 'State',
    states: { open: 'Being handled', closed: 'Closed' },
  },
});
