import type { CopyKind } from '../../core/copy/copy.ts';
import { catalogue } from '../text/catalogue.ts';

export const copiesText = catalogue({
  vi: {
    name: {
      original: (number: string) => number,
      copy: (number: string) => `sao số ${number}`,
      extract: (number: string) => `trích sao số ${number}`,
      photo: (number: string) => `chụp số ${number}`,
    } satisfies Record<CopyKind, (number: string) => string>,
    handOver: 'Giao',
    handOverTitle: (copy: string) => `Giao bản ${copy}`,
    handOverFollows:
      'Người nhận ký nhận và giữ bản từ hôm nay; người nhận phải được tiếp cận độ mật này, có cam kết và tập huấn còn hiệu lực.',
    receiver: 'Người nhận',
    aboutReceiver: 'Lý do dưới đây là về người nhận.',
    send: 'Gửi đi',
    sendTitle: (copy: string) => `Gửi bản ${copy} ra ngoài cơ quan`,
    sendFollows: 'Bản ra khỏi cơ quan trong bì niêm phong. Việc gửi được ghi vào sổ cái.',
    recipient: 'Nơi nhận',
  },
  en: {
    name: {
      original: (number) => number,
      copy: (number) => `${number} (made by copying)`,
      extract: (number) => `${number} (extract)`,
      photo: (number) => `${number} (photograph)`,
    },
    handOver: 'Hand over',
    handOverTitle: (copy) => `Hand over copy ${copy}`,
    handOverFollows:
      'The receiver signs for the copy and holds it from today; they must be cleared for the level, committed and trained.',
    receiver: 'Receiver',
    aboutReceiver: 'The reasons below are about the receiver.',
    send: 'Send out',
    sendTitle: (copy) => `Send copy ${copy} out of the agency`,
    sendFollows: 'The copy leaves under seal. It is recorded on the ledger.',
    recipient: 'Recipient',
  },
});
