/**
 * The closed list of what a person can do, and by which duty. Actions on one document come first;
 * all others touch no single document. Duties never let anyone read: reading needs a grant.
 */
import type { Duty } from '../person/duty.ts';

export const DOCUMENT_ACTIONS = [
  'see',
  'read',
  'revise',
  'decide',
  'issue',
  'void-number',
  'grant',
  'hand-over',
] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

export const GENERAL_ACTIONS = [
  'draft',
  'register-in',
  'see-register',
  'check-text',
  'submit-publication',
  'clear-publication',
  'see-releases',
  'plan-release',
  'watch',
  'confirm-match',
  'open-incident',
  'see-incidents',
  'see-ledger',
  'check-ledger',
  'see-people',
  'manage-people',
  'manage-accounts',
  'manage-vault',
  'open-vault',
  'manage-collectors',
  'set-retention',
] as const;
export type GeneralAction = (typeof GENERAL_ACTIONS)[number];

export const ACTIONS = [...DOCUMENT_ACTIONS, ...GENERAL_ACTIONS] as const;
export type Action = DocumentAction | GeneralAction;

export type ActionRule = {
  readonly vi: string;
  readonly en: string;
  /** Any one of these duties in force permits; `everyone` who is active. */
  readonly duties: readonly Duty[] | 'everyone';
  /** The act touches protected wording: needs a valid commitment and training. */
  readonly touchesSecrets: boolean;
};

export const GENERAL_ACTION_RULES = {
  draft: {
    vi: 'soạn thảo',
    en: 'draft a document',
    duties: ['drafter'],
    touchesSecrets: true,
  },
  'register-in': {
    vi: 'đăng ký văn bản đến',
    en: 'register an incoming document',
    duties: ['registry-clerk'],
    touchesSecrets: true,
  },
  'see-register': {
    vi: 'xem sổ đăng ký',
    en: 'see the registers',
    duties: ['head', 'registry-clerk', 'registrar', 'inspector'],
    touchesSecrets: true,
  },
  'check-text': {
    vi: 'kiểm tra nội dung trước khi công bố',
    en: 'check a text for protected wording',
    duties: [
      'head',
      'press-officer',
      'watch-officer',
      'drafter',
      'registry-clerk',
      'registrar',
      'inspector',
    ],
    touchesSecrets: true,
  },
  'submit-publication': {
    vi: 'đề nghị cho công bố, ghi nơi đã đăng',
    en: 'ask for clearance, record what was published',
    duties: ['head', 'press-officer', 'drafter'],
    touchesSecrets: true,
  },
  'clear-publication': {
    vi: 'quyết định cho công bố',
    en: 'decide on a publication',
    duties: ['head', 'registrar'],
    touchesSecrets: true,
  },
  'see-releases': {
    vi: 'xem lịch công bố',
    en: 'see the release calendar',
    duties: ['head', 'press-officer', 'watch-officer', 'drafter', 'registrar', 'inspector'],
    touchesSecrets: true,
  },
  'plan-release': {
    vi: 'lập lịch công bố',
    en: 'plan a release',
    duties: ['head', 'press-officer', 'drafter', 'registrar'],
    touchesSecrets: true,
  },
  watch: {
    vi: 'theo dõi báo chí',
    en: 'watch the press',
    duties: ['watch-officer'],
    touchesSecrets: true,
  },
  'confirm-match': {
    vi: 'kết luận về đoạn trùng',
    en: 'confirm or dismiss a match',
    duties: ['watch-officer'],
    touchesSecrets: true,
  },
  'open-incident': {
    vi: 'mở vụ việc lộ, mất',
    en: 'open an incident',
    duties: ['head', 'watch-officer', 'registrar', 'inspector'],
    touchesSecrets: false,
  },
  'see-incidents': {
    vi: 'xem vụ việc lộ, mất',
    en: 'see incidents',
    duties: ['head', 'watch-officer', 'registrar', 'inspector'],
    touchesSecrets: true,
  },
  'see-ledger': {
    vi: 'xem sổ cái',
    en: 'see the ledger',
    duties: ['head', 'registrar', 'inspector'],
    touchesSecrets: true,
  },
  'check-ledger': {
    vi: 'kiểm chứng sổ cái',
    en: 'check the ledger',
    duties: ['registrar', 'inspector', 'administrator'],
    touchesSecrets: false,
  },
  'see-people': {
    vi: 'xem danh sách người',
    en: 'see people',
    duties: 'everyone',
    touchesSecrets: false,
  },
  'manage-people': {
    vi: 'quản lý người, phân công, quyền tiếp cận',
    en: 'manage people, duties and clearances',
    duties: ['registrar'],
    touchesSecrets: false,
  },
  'manage-accounts': {
    vi: 'quản lý tài khoản',
    en: 'manage accounts',
    duties: ['administrator'],
    touchesSecrets: false,
  },
  'manage-vault': {
    vi: 'thiết lập, niêm phong kho',
    en: 'set up and seal the vault',
    duties: ['administrator', 'key-custodian'],
    touchesSecrets: false,
  },
  'open-vault': {
    vi: 'góp mảnh khóa mở kho',
    en: 'give a share to open the vault',
    duties: ['key-custodian'],
    touchesSecrets: false,
  },
  'manage-collectors': {
    vi: 'đăng ký máy thu thập tin bên ngoài',
    en: 'register outside collectors',
    duties: ['administrator'],
    touchesSecrets: false,
  },
  'set-retention': {
    vi: 'định số ngày giữ tin chưa trùng khớp',
    en: 'set how long unmatched articles are kept',
    duties: ['head'],
    touchesSecrets: false,
  },
} as const satisfies Record<GeneralAction, ActionRule>;
