import { catalogue } from '../text/catalogue.ts';

export const sessionText = catalogue({
  vi: {
    ending: (minutes: number) => `Phiên làm việc sẽ kết thúc trong khoảng ${minutes} phút.`,
    why:
      'Nội dung đang gõ dở không được giữ lại ở máy này: hãy gửi đi, hoặc bấm để làm tiếp nếu ' +
      'bạn còn ở đây.',
    stay: 'Tôi còn làm việc',
  },
  en: {
    ending: (minutes) => `The session ends in about ${minutes} minutes.`,
    why:
      'What is half-filled is not kept on this machine: send it, or press to go on if you are ' +
      'still here.',
    stay: 'I am still working',
  },
});
