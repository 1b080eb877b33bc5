/** Duties and powers in words, for forms and lists. Total: a new one must get its words. */
import type { Power } from '../../core/authority/legal-post.ts';
import type { Duty } from '../../core/person/duty.ts';

type Words = { readonly vi: string; readonly en: string };

export const DUTY_WORDS = {
  'registry-clerk': { vi: 'Văn thư', en: 'Registry clerk' },
  drafter: { vi: 'Soạn thảo', en: 'Drafter' },
  keeper: { vi: 'Giữ nơi lưu', en: 'Keeper of a place' },
  'press-officer': { vi: 'Phụ trách báo chí', en: 'Press officer' },
  'watch-officer': { vi: 'Theo dõi báo chí', en: 'Watch officer' },
  inspector: { vi: 'Kiểm tra', en: 'Inspector' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  registrar: { vi: 'Phụ trách văn thư', en: 'Registrar' },
  'key-custodian': { vi: 'Người giữ khóa', en: 'Key custodian' },
} as const satisfies Record<Duty, Words>;

export const POWER_WORDS = {
  determine: { vi: 'Xác định độ mật', en: 'Determine levels' },
  'allow-copying': { vi: 'Cho phép sao, chụp', en: 'Allow copying' },
  provide: { vi: 'Cung cấp, chuyển giao', en: 'Provide, transfer' },
  destroy: { vi: 'Tiêu hủy', en: 'Destroy' },
} as const satisfies Record<Power, Words>;
