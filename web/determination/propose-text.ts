import { catalogue } from '../text/catalogue.ts';

export const proposeText = catalogue({
  vi: {
    title: 'Đề xuất độ mật',
    lead: 'Ghi căn cứ trong danh mục, nơi nhận, số bản và phạm vi lưu hành.',
    empty: 'Chưa có biểu mẫu.',
  },
  en: {
    title: 'Propose a level',
    lead: 'Give the guide item, recipients, copies and circulation.',
    empty: 'There is no form yet.',
  },
});
