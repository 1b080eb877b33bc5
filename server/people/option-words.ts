/** Powers in words, for forms and lists. Total: a new one must get its words. */
import type { Power } from '../../core/authority/legal-post.ts';

type Words = { readonly vi: string; readonly en: string };

export const POWER_WORDS = {
  determine: { vi: 'Xác định độ mật', en: 'Determine levels' },
  'allow-copying': { vi: 'Cho phép sao, chụp', en: 'Allow copying' },
  provide: { vi: 'Cung cấp, chuyển giao', en: 'Provide, transfer' },
  destroy: { vi: 'Tiêu hủy', en: 'Destroy' },
} as const satisfies Record<Power, Words>;
