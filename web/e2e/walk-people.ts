/** The people of the walk, each with the duty, clearance and papers that their part needs. */
import type { FormOptions } from '../../contract/people.ts';
import { addYears, calendarDate } from '../../core/common/calendar-date.ts';
import type { Level } from '../../core/level/level.ts';
import type { Duty } from '../../core/person/duty.ts';
import type { Sitter } from './walk-stage.ts';

type Plan = {
  readonly fullName: string;
  readonly positionTitle: string;
  readonly duty: Duty | null;
  readonly clearance: Level;
};

/** By login. All invented. */
export const PEOPLE = {
  linh: {
    fullName: 'Nguyễn Khánh Linh',
    positionTitle: 'Chuyên viên Ban tổ chức',
    duty: 'drafter',
    clearance: 'mat',
  },
  thu: {
    fullName: 'Bùi Anh Thư',
    positionTitle: 'Văn thư',
    duty: 'registry-clerk',
    clearance: 'mat',
  },
  khoa: {
    fullName: 'Đặng Đăng Khoa',
    positionTitle: 'Cán bộ theo dõi báo chí',
    duty: 'watch-officer',
    clearance: 'mat',
  },
  dung: {
    fullName: 'Hồ Tiến Dũng',
    positionTitle: 'Thanh tra',
    duty: 'inspector',
    clearance: 'mat',
  },
  binh: {
    fullName: 'Hoàng Văn Bình',
    positionTitle: 'Phó trưởng Ban tổ chức',
    duty: null,
    clearance: 'mat',
  },
  thuha: {
    fullName: 'Đỗ Thu Hà',
    positionTitle: 'Cán bộ báo chí',
    duty: 'press-officer',
    clearance: 'tuyet-mat',
  },
} as const satisfies Record<string, Plan>;
export type Login = keyof typeof PEOPLE;
export const LOGINS = Object.keys(PEOPLE) as readonly Login[];

export const INITIAL_PASSWORD = 'mật khẩu ban đầu';

/** What the registrar does for one person, act by act. Returns the id. */
export async function registerPerson(registrar: Sitter, login: Login): Promise<string> {
  const { fullName, positionTitle, duty, clearance }: Plan = PEOPLE[login];
  const asked = await registrar.get('/api/form-options');
  const options: FormOptions = await asked.json();
  const today = calendarDate(options.today);
  const untilOn = addYears(today, 1);
  const decisionNo = '03/QĐ-UBBC';
  const { personId } = await registrar.post<{ personId: string }>('/api/people', {
    ...{ fullName, login, positionTitle, legalPost: null, password: INITIAL_PASSWORD },
    unitId: options.units[0]?.unitId,
  });
  const put = (part: string, body: unknown) =>
    registrar.post(`/api/people/${personId}/${part}`, body);
  if (duty) await put('duties', { duty, decisionNo, fromOn: today, untilOn: null });
  await put('clearances', { level: clearance, decisionNo, fromOn: today, untilOn });
  await put('commitments', { signedOn: today, untilOn });
  await put('trainings', { course: 'Bảo vệ bí mật nhà nước', passedOn: today, untilOn });
  return personId;
}
