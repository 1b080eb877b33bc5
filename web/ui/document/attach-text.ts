import { catalogue } from '../../text/catalogue.ts';

export const attachText = catalogue({
  vi: {
    file: 'Tệp nội dung',
    kinds: 'PDF, DOCX, ODT, RTF, TXT hoặc ảnh quét; tên tệp không được lưu',
    attach: 'Cất vào kho mật',
    attached: (kind: string, pages: number, version: number) =>
      `Đã cất tệp ${kind}, ${pages} trang, phiên bản ${version}.`,
  },
  en: {
    file: 'File of the content',
    kinds: 'PDF, DOCX, ODT, RTF, TXT or a scanned picture; its name is not kept',
    attach: 'Put into the vault',
    attached: (kind, pages, version) => `Stored: ${kind}, ${pages} pages, version ${version}.`,
  },
});
