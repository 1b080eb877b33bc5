import { catalogue, type Mirror } from '../text/catalogue.ts';

export const clockText = catalogue({
  vi: {
    title: 'Đồng hồ của vụ việc',
    lead: 'Tính từ lúc mở vụ việc. Ghi lại khi đã làm; phần mềm không tự báo cho ai ở bên ngoài.',
    atOnce: 'Ngay khi phát hiện',
    within: (hours: number) => `Trong ${hours} giờ`,
    optional: 'không bắt buộc để kết thúc',
    states: {
      done: (moment: string, passed: string) => `Đã làm lúc ${moment}, sau ${passed}`,
      'done-late': (moment: string, passed: string) => `Làm muộn, lúc ${moment}, sau ${passed}`,
      due: (passed: string) => `Chưa ghi nhận, đã qua ${passed}`,
      overdue: (passed: string) => `Quá hạn, đã qua ${passed}`,
    },
    neverNoted: 'Không được ghi nhận',
    note: 'Ghi việc',
    minutes: (count: number) => `${count} phút`,
    hours: (count: number) => `${count} giờ`,
    days: (count: number) => `${count} ngày`,
  },
  en: {
    title: 'The clock of the incident',
    lead: 'From the opening. Note each step when done; the software tells nobody outside.',
    atOnce: 'At once',
    within: (hours) => `Within ${hours} hours`,
    optional: 'not needed for closing',
    states: {
      done: (moment, passed) => `Done ${moment}, after ${passed}`,
      'done-late': (moment, passed) => `Done late, ${moment}, after ${passed}`,
      due: (passed) => `Not noted yet, ${passed} passed`,
      overdue: (passed) => `Overdue, ${passed} passed`,
    },
    neverNoted: 'Never noted',
    note: 'Note it',
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} days`,
  },
});

type Units = Pick<Mirror<typeof clockText.vi>, 'minutes' | 'hours' | 'days'>;

const HOUR = 60;
const DAY = 24 * HOUR;

/** In one unit that a reader can take in: minutes to two hours, hours to two days, then days. */
export function passedTime(minutes: number, { minutes: inMinutes, hours, days }: Units): string {
  if (minutes < 2 * HOUR) return inMinutes(minutes);
  return minutes < 2 * DAY ? hours(Math.floor(minutes / HOUR)) : days(Math.floor(minutes / DAY));
}
