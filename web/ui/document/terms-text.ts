import { catalogue } from '../../text/catalogue.ts';

export const termsText = catalogue({
  vi: {
    type: 'Tên loại',
    summary: 'Trích yếu',
    noSummary: 'không ghi trích yếu',
    circulation: 'Phạm vi lưu hành',
    recipients: 'Nơi nhận',
    copies: 'Số bản phát hành',
    copying: 'Được sao, chụp',
    noCopying: 'Không được sao, chụp',
    shorter: 'Thời hạn ngắn hơn',
    until: (date: string) => `đến hết ${date}`,
    guide: 'Căn cứ trong danh mục',
    noGuide: 'Chưa chọn mục danh mục',
  },
  en: {
    type: 'Type',
    summary: 'Summary',
    noSummary: 'no summary is written',
    circulation: 'Circulation',
    recipients: 'Recipients',
    copies: 'Copies to issue',
    copying: 'Copying allowed',
    noCopying: 'No copying',
    shorter: 'Shorter period',
    until: (date) => `up to and including ${date}`,
    guide: 'Ground in the guide',
    noGuide: 'No guide item chosen yet',
  },
});
