/**
 * The entries of the navigation and who is shown them. Showing is a courtesy: the server decides
 * every act and every read by its own rules.
 */
import {
  type Icon,
  IconBook2,
  IconFileSearch,
  IconFiles,
  IconGavel,
  IconHelp,
  IconInbox,
  IconLock,
  IconMailDown,
  IconMailUp,
  IconNews,
  IconPencil,
  IconUrgent,
  IconUsers,
} from '@tabler/icons-react';
import type { Me } from '../../contract/identity.ts';
import type { Duty } from '../../core/person/duty.ts';
import type { shellText } from './shell-text.ts';

type Names = (typeof shellText)['vi']['nav'];
export type NavGroup = keyof (typeof shellText)['vi']['group'];

export type NavEntry = {
  readonly name: keyof Names;
  readonly href: string;
  readonly icon: Icon;
  readonly group: NavGroup;
  /** Shown to holders of one of these duties; absent: to everyone. */
  readonly duties?: readonly Duty[];
  /** Also shown to those whose legal post gives power to decide. */
  readonly posts?: true;
  /** Kept in the bottom bar of a narrow screen. */
  readonly bar?: true;
};

export const NAV_ENTRIES: readonly NavEntry[] = [
  { name: 'inbox', href: '/', icon: IconInbox, group: 'work', bar: true },
  { name: 'documents', href: '/documents', icon: IconFiles, group: 'work', bar: true },
  { name: 'propose', href: '/propose', icon: IconPencil, group: 'work', duties: ['drafter'] },
  { name: 'decide', href: '/decide', icon: IconGavel, group: 'work', duties: [], posts: true },
  {
    name: 'registerOut',
    href: '/registers/out',
    icon: IconMailUp,
    group: 'registers',
    duties: ['registry-clerk', 'registrar', 'inspector'],
    posts: true,
  },
  {
    name: 'registerIn',
    href: '/registers/in',
    icon: IconMailDown,
    group: 'registers',
    duties: ['registry-clerk', 'registrar', 'inspector'],
    posts: true,
  },
  { name: 'leakCheck', href: '/leak-check', icon: IconFileSearch, group: 'watch', bar: true },
  {
    name: 'watch',
    href: '/watch',
    icon: IconNews,
    group: 'watch',
    duties: ['watch-officer', 'press-officer', 'inspector'],
    posts: true,
  },
  {
    name: 'incidents',
    href: '/incidents',
    icon: IconUrgent,
    group: 'watch',
    duties: ['watch-officer', 'inspector', 'registrar'],
    posts: true,
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
  return NAV_ENTRIES.filter(
    ({ duties, posts }) =>
      !duties ||
      (posts && viewer.legalPost !== null) ||
      duties.some((duty) => viewer.duties.includes(duty)),
  );
}

/** The entry under which an address stands: the longest one that leads to it. */
export function entryAt(pathname: string): NavEntry | undefined {
  return NAV_ENTRIES.filter(({ href }) =>
    href === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${href}/`),
  ).toSorted((a, b) => b.href.length - a.href.length)[0];
}
