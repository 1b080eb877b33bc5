/**
 * The entries of the navigation and who is shown them: nobody is led to a screen that can only
 * refuse. Showing is a courtesy: the server decides every act and every read by its own rules.
 */
import {
  type Icon,
  IconBook2,
  IconCalendarTime,
  IconFileSearch,
  IconFiles,
  IconGavel,
  IconHelp,
  IconInbox,
  IconLock,
  IconMailDown,
  IconMailUp,
  IconNews,
  IconPackageImport,
  IconPencil,
  IconSpeakerphone,
  IconUrgent,
  IconUsers,
} from '@tabler/icons-react';
import type { Me } from '../../contract/identity.ts';
import { GENERAL_ACTION_RULES, type GeneralAction } from '../../core/access/action.ts';
import type { Duty } from '../../core/person/duty.ts';
import type { shellText } from './shell-text.ts';

type Names = (typeof shellText)['vi']['nav'];
export type NavGroup = keyof (typeof shellText)['vi']['group'];

export type NavEntry = {
  readonly name: keyof Names;
  readonly href: string;
  readonly icon: Icon;
  readonly group: NavGroup;
  /** What its screen is for: shown to holders of a duty that permits it. */
  readonly action?: GeneralAction;
  /** Where no single action says it. Without both: shown to everyone. */
  readonly duties?: readonly Duty[];
  /** Also shown to those whose legal post gives power to decide. */
  readonly posts?: true;
  /** Kept in the bottom bar of a narrow screen. */
  readonly bar?: true;
};

export const NAV_ENTRIES: readonly NavEntry[] = [
  { name: 'inbox', href: '/', icon: IconInbox, group: 'work', bar: true },
  { name: 'documents', href: '/documents', icon: IconFiles, group: 'work', bar: true },
  { name: 'propose', href: '/propose', icon: IconPencil, group: 'work', action: 'draft' },
  { name: 'decide', href: '/decide', icon: IconGavel, group: 'work', duties: [], posts: true },
  {
    name: 'registerOut',
    href: '/registers/out',
    icon: IconMailUp,
    group: 'registers',
    action: 'see-register',
  },
  {
    name: 'registerIn',
    href: '/registers/in',
    icon: IconMailDown,
    group: 'registers',
    action: 'see-register',
  },
  {
    name: 'leakCheck',
    href: '/leak-check',
    icon: IconFileSearch,
    group: 'publication',
    action: 'check-text',
    bar: true,
  },
  {
    name: 'publications',
    href: '/publications',
    icon: IconSpeakerphone,
    group: 'publication',
    duties: ['head', 'press-officer', 'drafter', 'registrar'],
  },
  {
    name: 'releases',
    href: '/releases',
    icon: IconCalendarTime,
    group: 'publication',
    action: 'see-releases',
  },
  {
    name: 'watch',
    href: '/watch',
    icon: IconNews,
    group: 'watch',
    action: 'watch',
  },
  {
    name: 'intake',
    href: '/watch/intake',
    icon: IconPackageImport,
    group: 'watch',
    duties: ['watch-officer', 'administrator', 'head'],
  },
  {
    name: 'incidents',
    href: '/incidents',
    icon: IconUrgent,
    group: 'watch',
    action: 'see-incidents',
  },
  {
    name: 'people',
    href: '/people',
    icon: IconUsers,
    group: 'house',
    duties: ['administrator', 'registrar', 'inspector'],
    posts: true,
  },
  {
    name: 'vault',
    href: '/vault',
    icon: IconLock,
    group: 'house',
    duties: ['key-custodian', 'administrator', 'keeper'],
    posts: true,
  },
  {
    name: 'ledger',
    href: '/ledger',
    icon: IconBook2,
    group: 'house',
    duties: ['inspector', 'administrator', 'registrar'],
    posts: true,
  },
  { name: 'help', href: '/help', icon: IconHelp, group: 'house' },
];

export function entriesFor(viewer: Me): readonly NavEntry[] {
  return NAV_ENTRIES.filter(({ action, duties, posts }) => {
    const permitting = action ? GENERAL_ACTION_RULES[action].duties : (duties ?? 'everyone');
    return (
      permitting === 'everyone' ||
      (posts && viewer.legalPost !== null) ||
      permitting.some((duty) => viewer.duties.includes(duty))
    );
  });
}

/** The entry under which an address stands: the longest one that leads to it. */
export function entryAt(pathname: string): NavEntry | undefined {
  return NAV_ENTRIES.filter(({ href }) =>
    href === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${href}/`),
  ).toSorted((a, b) => b.href.length - a.href.length)[0];
}
