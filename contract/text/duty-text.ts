/** Duties in words, the same on every screen, form and list. Total: a new one needs its words. */
import type { Duty } from '../../core/person/duty.ts';
import type { TextLanguage } from './refusal-text.ts';

export const DUTY_TEXTS: Record<TextLanguage, Record<Duty, string>> = {
  vi: {
    head: 'Người đứng đầu',
    'registry-clerk': 'Văn thư bí mật nhà nước',
    drafter: 'Soạn thảo',
    keeper: 'Lưu giữ',
    'press-officer': 'Phát ngôn, báo chí',
    'watch-officer': 'Theo dõi lộ trên báo chí',
    inspector: 'Kiểm tra',
    administrator: 'Quản trị hệ thống',
    registrar: 'Phụ trách bảo vệ bí mật nhà nước',
    'key-custodian': 'Giữ mảnh khóa kho',
  },
  en: {
    head: 'Head of the agency',
    'registry-clerk': 'Registry clerk',
    drafter: 'Drafter',
    keeper: 'Keeper',
    'press-officer': 'Press officer',
    'watch-officer': 'Watch officer',
    inspector: 'Inspector',
    administrator: 'System administrator',
    registrar: 'Registrar',
    'key-custodian': 'Key custodian',
  },
};
