/** The invented agency: no such city, no such people. Their rows are written in one act. */
import type { Level } from '../../core/level/level.ts';
import type { Duty } from '../../core/person/duty.ts';

export const AGENCY = {
  name: 'Ủy ban bầu cử thành phố Bạch Sa',
  superiorName: 'Ủy ban nhân dân thành phố Bạch Sa',
  place: 'Bạch Sa',
  symbol: 'UBBC',
  demo: true,
} as const;

/** Index 0 is the root of all others. */
export const UNITS: readonly string[] = [
  'Thường trực Ủy ban bầu cử thành phố',
  'Tổ giúp việc, Văn phòng',
  'Tiểu ban Nhân sự',
  'Tiểu ban An ninh, trật tự',
  'Tiểu ban Tuyên truyền',
  'Ban bầu cử số 1 (Cồn Ngọc, Bãi Hạc)',
  'Ban bầu cử số 2 (Thạch Lựu, Rừng Quế)',
  'Ủy ban bầu cử phường Cồn Ngọc',
  'Ủy ban bầu cử xã Rừng Quế',
];

export type DemoPerson = {
  readonly login: string;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly unit: number;
  readonly legalPost?: string;
  readonly duties: readonly Duty[];
  readonly level: Level | null;
  /** What is out of order with this person. */
  readonly flaw?: 'training-expired' | 'no-commitment' | 'moved';
};

export const PEOPLE = [
  {
    login: 'thieu.ld',
    fullName: 'Lưu Đắc Thiệu',
    positionTitle: 'Chủ tịch Ủy ban bầu cử, Chủ tịch UBND thành phố',
    unit: 0,
    legalPost: 'city-committee-chair',
    duties: ['head'],
    level: 'tuyet-mat',
  },
  {
    login: 'bach.th',
    fullName: 'Tôn Hữu Bách',
    positionTitle: 'Phó Chủ tịch Ủy ban bầu cử, Phó Chủ tịch UBND thành phố',
    unit: 0,
    legalPost: 'city-committee-deputy-chair',
    duties: [],
    level: 'toi-mat',
  },
  {
    login: 'uyen.dk',
    fullName: 'Đàm Khải Uyên',
    positionTitle: 'Trưởng tiểu ban Nhân sự, Giám đốc Sở Nội vụ',
    unit: 2,
    legalPost: 'department-director',
    duties: [],
    level: 'toi-mat',
  },
  {
    login: 'quyen.mt',
    fullName: 'Mạc Thế Quyến',
    positionTitle: 'Trưởng phòng Xây dựng chính quyền',
    unit: 2,
    legalPost: 'department-division-head',
    duties: [],
    level: 'mat',
  },
  {
    login: 'duc.ch',
    fullName: 'Chu Hoài Đức',
    positionTitle: 'Chủ tịch Ủy ban bầu cử phường Cồn Ngọc',
    unit: 7,
    legalPost: 'commune-committee-chair',
    duties: [],
    level: 'toi-mat',
  },
  {
    login: 'nhan.ct',
    fullName: 'Cù Thị Nhạn',
    positionTitle: 'Văn thư bảo mật',
    unit: 1,
    duties: ['registry-clerk'],
    level: 'tuyet-mat',
  },
  {
    login: 'thao.bx',
    fullName: 'Bồ Xuân Thảo',
    positionTitle: 'Văn thư Ban bầu cử số 1',
    unit: 5,
    duties: ['registry-clerk'],
    level: 'mat',
  },
  {
    login: 'trinh.kd',
    fullName: 'Kha Duy Trình',
    positionTitle: 'Chuyên viên tiểu ban Nhân sự',
    unit: 2,
    duties: ['drafter'],
    level: 'tuyet-mat',
  },
  {
    login: 'da.lm',
    fullName: 'Lục Minh Dã',
    positionTitle: 'Chuyên viên tiểu ban An ninh, trật tự',
    unit: 3,
    duties: ['drafter'],
    level: 'toi-mat',
  },
  {
    login: 'vy.ot',
    fullName: 'Ông Thị Vy',
    positionTitle: 'Chuyên viên Ban bầu cử số 2',
    unit: 6,
    duties: ['drafter'],
    level: 'mat',
  },
  {
    login: 'khue.tb',
    fullName: 'Trịnh Bá Khuê',
    positionTitle: 'Thành viên Ban bầu cử số 1',
    unit: 5,
    duties: [],
    level: 'mat',
  },
  {
    login: 'diem.an',
    fullName: 'Âu Ngọc Diễm',
    positionTitle: 'Thành viên tiểu ban Nhân sự',
    unit: 2,
    duties: [],
    level: 'toi-mat',
  },
  {
    login: 'nghi.hv',
    fullName: 'Hứa Văn Nghị',
    positionTitle: 'Thành viên Ủy ban bầu cử xã Rừng Quế',
    unit: 8,
    duties: [],
    level: 'mat',
  },
  {
    login: 'can.nd',
    fullName: 'Nhữ Đình Cẩn',
    positionTitle: 'Người lưu giữ tài liệu mật',
    unit: 1,
    duties: ['keeper'],
    level: 'toi-mat',
  },
  {
    login: 'suong.ql',
    fullName: 'Quách Lệ Sương',
    positionTitle: 'Người phát ngôn, tiểu ban Tuyên truyền',
    unit: 4,
    duties: ['press-officer'],
    level: 'mat',
  },
  {
    login: 'trach.dv',
    fullName: 'Đoàn Vĩnh Trạch',
    positionTitle: 'Cán bộ theo dõi lộ thông tin',
    unit: 3,
    duties: ['watch-officer'],
    level: 'mat',
  },
  {
    login: 'nghiem.tk',
    fullName: 'Tạ Kính Nghiêm',
    positionTitle: 'Thanh tra viên',
    unit: 0,
    duties: ['inspector'],
    level: 'tuyet-mat',
  },
  {
    login: 'tuyet.py',
    fullName: 'Phùng Yến Tuyết',
    positionTitle: 'Phụ trách công tác bảo vệ bí mật nhà nước',
    unit: 1,
    duties: ['registrar'],
    level: 'tuyet-mat',
  },
  {
    login: 'man.vc',
    fullName: 'Vi Công Mẫn',
    positionTitle: 'Quản trị hệ thống',
    unit: 1,
    duties: ['administrator'],
    level: null,
  },
  {
    login: 'huyen.lt',
    fullName: 'Lại Thục Huyên',
    positionTitle: 'Người giữ mảnh khóa',
    unit: 1,
    duties: ['key-custodian'],
    level: null,
  },
  {
    login: 'loc.gt',
    fullName: 'Giang Tấn Lộc',
    positionTitle: 'Chuyên viên Ban bầu cử số 2',
    unit: 6,
    duties: ['drafter'],
    level: 'mat',
    flaw: 'training-expired',
  },
  {
    login: 'ha.ds',
    fullName: 'Doãn Song Hà',
    positionTitle: 'Thành viên Ủy ban bầu cử phường Cồn Ngọc',
    unit: 7,
    duties: [],
    level: 'mat',
    flaw: 'no-commitment',
  },
  {
    login: 'anh.st',
    fullName: 'Sầm Thị Ánh',
    positionTitle: 'Nguyên chuyên viên tiểu ban Nhân sự',
    unit: 2,
    duties: [],
    level: null,
    flaw: 'moved',
  },
] as const satisfies readonly DemoPerson[];

export type Login = (typeof PEOPLE)[number]['login'];
