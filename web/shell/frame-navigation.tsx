/** The navigation: a column beside the screen, or a bottom bar with a drawer when it is narrow. */
import { Drawer, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../text/catalogue.ts';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import classes from './frame-navigation.module.css';
import { entriesFor, entryAt, type NavEntry, type NavGroup } from './navigation.ts';
import { shellText } from './shell-text.ts';
import { useViewer } from './viewer.tsx';

const GROUPS: readonly NavGroup[] = ['work', 'registers', 'publication', 'watch', 'house'];

type NavigationProps = { readonly pathname: string };

export function SideNavigation({ pathname }: NavigationProps) {
  const text = useText(shellText);
  return (
    <nav className={`${classes.side} np-no-print`} aria-label={text.navigation}>
      <EntryGroups pathname={pathname} />
    </nav>
  );
}

type GroupsProps = NavigationProps & { readonly onMove?: () => void };

function EntryGroups({ pathname, onMove }: GroupsProps) {
  const text = useText(shellText);
  const entries = entriesFor(useViewer());
  return GROUPS.map((group) => {
    const members = entries.filter((entry) => entry.group === group);
    if (members.length === 0) return null;
    return (
      <div key={group} className={classes.group}>
        <p className={classes.groupName} id={`nav-${group}`}>
          {text.group[group]}
        </p>
        <ul className={classes.list}>
          {members.map((entry) => (
            <li key={entry.name}>
              <EntryLink {...{ entry, pathname }} {...(onMove && { onMove })} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

type EntryLinkProps = GroupsProps & { readonly entry: NavEntry };

function EntryLink({ entry, pathname, onMove }: EntryLinkProps) {
  const text = useText(shellText);
  const Icon = entry.icon;
  const here = entryAt(pathname) === entry;
  return (
    <InAppLink
      href={entry.href}
      className={classes.entry}
      aria-current={here ? 'page' : undefined}
      {...(onMove && { onMove })}
    >
      <Icon size={20} stroke={1.5} aria-hidden />
      <span>{text.nav[entry.name]}</span>
    </InAppLink>
  );
}

export function BottomBar({ pathname }: NavigationProps) {
  const text = useText(shellText);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const entries = entriesFor(useViewer()).filter((entry) => entry.bar);
  return (
    <nav className={`${classes.bar} np-no-print`} aria-label={text.navigation}>
      {entries.map((entry) => (
        <EntryLink key={entry.name} entry={entry} pathname={pathname} />
      ))}
      <UnstyledButton
        className={classes.entry}
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <IconMenu2 size={20} stroke={1.5} aria-hidden />
        <span>{text.menu}</span>
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="85%"
        title={text.navigation}
        closeButtonProps={{ 'aria-label': text.closeMenu }}
        transitionProps={{ duration: 0 }}
      >
        <EntryGroups pathname={pathname} onMove={close} />
      </Drawer>
    </nav>
  );
}
