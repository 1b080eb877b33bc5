import { catalogue } from '../../text/catalogue.ts';

export const readingText = catalogue({
  vi: {
    recorded:
      'Mỗi lần mở một trang được ghi vào sổ cái: ai đọc, trang nào, lúc nào. Trên trang có tên bạn, số bản và giờ.',
    closed: (pages: number) => `Nội dung có ${pages} trang, chưa mở trang nào.`,
    openFirst: 'Mở trang 1 để đọc',
    opening: 'Đang mở trang…',
    previous: 'Trang trước',
    next: 'Trang sau',
    page: (page: number, pages: number) => `Trang ${page}/${pages}`,
    close: 'Đóng nội dung',
    smaller: 'Thu nhỏ',
    larger: 'Phóng to',
    size: (percent: number) => `${percent}%`,
    place: 'Hình của trang, cuộn được',
    noContent: 'Chưa có tệp nội dung',
    noContentHint: 'Tệp được đính kèm khi soạn dự thảo hoặc khi đăng ký văn bản đến.',
  },
  en: {
    recorded:
      'Each page opened is recorded in the ledger: who, which page, when. The page carries your name, the copy and the time.',
    closed: (pages) => `The content has ${pages} pages; none is open.`,
    openFirst: 'Open page 1 to read',
    opening: 'Opening the page…',
    previous: 'Previous page',
    next: 'Next page',
    page: (page, pages) => `Page ${page}/${pages}`,
    close: 'Close the content',
    smaller: 'Smaller',
    larger: 'Larger',
    size: (percent) => `${percent}%`,
    place: 'Picture of the page, can be scrolled',
    noContent: 'There is no file yet',
    noContentHint: 'It is attached to a draft, or when an incoming document is registered.',
  },
});
