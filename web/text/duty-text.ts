import type { Duty } from '../../core/person/duty.ts';
import { catalogue } from './catalogue.ts';

type DutyNames = Record<Duty, string>;

export const dutyText = catalogue({
  vi: {
    'registry-clerk': 'Văn thư bí mật nhà nước',
    drafter: 'Soạn thảo',
    keeper: 'Lưu giữ',
    'press-officer': 'Phát ngôn, báo chí',
    'watch-officer': 'Theo dõi lộ trên báo chí',
    inspector: 'Kiểm tra',
    administrator: 'Quản trị hệ thống',
    registrar: 'Quản lý người và phân công',
    'key-custodian': 'Giữ mảnh khóa kho',
  } satisfies DutyNames,
  en: {
    'registry-clerk': 'Registry clerk',
    drafter: 'Drafter',
    keeper: 'Keeper',
    'press-officer': 'Press officer',
    'watch-officer': 'Watch officer',
    inspector: 'Inspector',
    administrator: 'System administrator',
    registrar: 'Registrar of people and duties',
    'key-custodian': 'Key custodian',
  } satisfies DutyNames,
});
