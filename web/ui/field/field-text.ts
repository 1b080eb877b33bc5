import { catalogue } from '../../text/catalogue.ts';

export const fieldText = catalogue({
  vi: {
    dateForm: 'ngày/tháng/năm',
    dateWrong: 'Không có ngày này. Ghi dạng ngày/tháng/năm, ví dụ 07/03/2026.',
    dateEarly: (date: string) => `Không sớm hơn ${date}`,
    dateLate: (date: string) => `Không muộn hơn ${date}`,
    dropHere: 'Kéo tệp vào đây hoặc chọn tệp',
    dropSeveral: 'Kéo các tệp vào đây hoặc chọn tệp',
    chosen: 'Tệp đã chọn',
    remove: 'Bỏ tệp',
    tooLarge: (limit: string) => `Tệp lớn hơn ${limit}`,
    upTo: (limit: string) => `Tối đa ${limit}`,
    personForm: 'Gõ tên hoặc chức vụ',
    nobody: 'Không có ai khớp',
  },
  en: {
    dateForm: 'day/month/year',
    dateWrong: 'There is no such day. Write day/month/year, for example 07/03/2026.',
    dateEarly: (date) => `Not before ${date}`,
    dateLate: (date) => `Not after ${date}`,
    dropHere: 'Drop a file here or choose one',
    dropSeveral: 'Drop files here or choose them',
    chosen: 'File chosen',
    remove: 'Remove the file',
    tooLarge: (limit) => `The file is larger than ${limit}`,
    upTo: (limit) => `Up to ${limit}`,
    personForm: 'Type a name or position',
    nobody: 'Nobody matches',
  },
});
