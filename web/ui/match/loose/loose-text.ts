import { catalogue } from '../../../text/catalogue.ts';

export const looseText = catalogue({
  vi: {
    compare: 'Đối chiếu gần giống',
    explain:
      'Tìm đoạn nói cùng điều nhưng khác câu chữ: viết lại, đảo ý, tóm lược. Mỗi lần đối chiếu ' +
      'được ghi sổ cái như một lần đọc tài liệu.',
    tooLong:
      'Bài dài hơn 200.000 ký tự nên không đối chiếu gần giống được: hãy kiểm tra từng phần.',
    comparing: 'Đang đối chiếu…',
    title: 'Đoạn gần giống',
    weaker:
      'Gần giống không phải là trùng: yếu hơn đoạn trùng, không tự mở vụ việc nào. Người xem tự ' +
      'so và quyết định.',
    none: 'Không thấy đoạn gần giống nào ngoài các đoạn trùng ở trên.',
    resemblance: (index: number) => `Đoạn gần giống ${index}`,
    wholeDocument: 'Đoạn này tóm lược nội dung nằm rải trong cả tài liệu, không ở một chỗ.',
  },
  en: {
    compare: 'Loose comparison',
    explain:
      'Finds passages that say the same in other words: retold, reordered, summed up. Each ' +
      'comparison is in the ledger as a reading of the document.',
    tooLong: 'Longer than 200,000 characters, so no loose comparison: check the text in parts.',
    comparing: 'Comparing…',
    title: 'Passages that resemble it',
    weaker:
      'A resemblance is no match: it is weaker, and opens no incident by itself. Compare and ' +
      'decide yourself.',
    none: 'No passage resembles the document beyond the matches above.',
    resemblance: (index) => `Resembling passage ${index}`,
    wholeDocument: 'This passage sums up what stands all over the document, not in one place.',
  },
});
