/** The three levels with period, envelope and stamp: law art. 8, 19, old decree art. 4, form 02. */
import type { LevelRules } from '../../core/level/level-rule.ts';
import { law, oldDecree, oldForms } from './cite.ts';

export const levels: LevelRules = {
  'tuyet-mat': {
    level: 'tuyet-mat',
    vi: 'Tuyệt mật',
    en: 'Top secret (Tuyệt mật)',
    harmVi: 'đặc biệt nghiêm trọng',
    harmEn: 'exceptionally serious',
    periodYears: 30,
    periodCitation: law('19', 'confirmed-2'),
    envelopeMark: 'A',
    envelopes: 2,
    envelopeCitation: oldDecree('4.3', '2018-text'),
    stamp: {
      wording: 'TUYỆT MẬT',
      widthMm: 40,
      heightMm: 8,
      citation: oldForms('Mẫu 02', 'confirmed-2'),
    },
    citation: law('8', '2018-text'),
  },
  'toi-mat': {
    level: 'toi-mat',
    vi: 'Tối mật',
    en: 'Secret (Tối mật)',
    harmVi: 'rất nghiêm trọng',
    harmEn: 'very serious',
    periodYears: 20,
    periodCitation: law('19', 'confirmed-2'),
    envelopeMark: 'B',
    envelopes: 1,
    envelopeCitation: oldDecree('4.4', '2018-text'),
    stamp: {
      wording: 'TỐI MẬT',
      widthMm: 30,
      heightMm: 8,
      citation: oldForms('Mẫu 02', 'confirmed-2'),
    },
    citation: law('8', '2018-text'),
  },
  mat: {
    level: 'mat',
    vi: 'Mật',
    en: 'Confidential (Mật)',
    harmVi: 'nghiêm trọng',
    harmEn: 'serious',
    periodYears: 10,
    periodCitation: law('19', 'confirmed-2'),
    envelopeMark: 'C',
    envelopes: 1,
    envelopeCitation: oldDecree('4.4', '2018-text'),
    stamp: {
      wording: 'MẬT',
      widthMm: 20,
      heightMm: 8,
      citation: oldForms('Mẫu 02', 'unconfirmed'),
    },
    citation: law('8', '2018-text'),
  },
};
