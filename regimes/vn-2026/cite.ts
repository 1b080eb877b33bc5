/** Short forms for the citations of this regime, so that every table line can carry its own. */
import type { Certainty, Citation } from '../../core/common/citation.ts';

const citing =
  (instrument: string) =>
  (article: string, certainty: Certainty): Citation => ({ instrument, article, certainty });

/** Luật Bảo vệ bí mật nhà nước 2025, addressed by the article numbers it shares with 2018. */
export const law = citing('117/2025/QH15');
export const decree = citing('63/2026/NĐ-CP');
/** The decree before it, still used where the new wording is not known. */
export const oldDecree = citing('26/2020/NĐ-CP');
export const clerical = citing('30/2020/NĐ-CP');
export const oldForms = citing('24/2020/TT-BCA');
/** Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân, as amended by 83/2025/QH15. */
export const election = citing('85/2015/QH13');
export const press = citing('244/2026/NĐ-CP');
