/** Agency, vault state, language and account: what must be in sight on every screen. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { signOut } from '../../contract/identity.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { VaultBadge } from '../ui/state/vault-badge.tsx';
import classes from './frame.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import seal from './seal.svg';
import { shellText } from './shell-text.ts';
import { useOpenSession } from './viewer.tsx';

export function FrameHeader() {
  const { door } = useOpenSession();
  const { product } = useText(commonText);
  return (
    <header className={`${classes.header} np-no-print`}>
      <InAppLink href="/" className={classes.brand}>
        <img src={seal} alt="" width={28} height={28} />
        <span className={classes.names}>
          <span className={classes.product}>{product}</span>
          <span className={classes.agency}>{door.agencyName}</span>
        </span>
      </InAppLink>
      <div className={classes.tools}>
        <InAppLink href="/vault" className={classes.vaultLink}>
          <VaultBadge state={door.vault} />
        </InAppLink>
        <LanguageSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}

function AccountMenu() {
  const { viewer } = useOpenSession();
  const { account, changePassword } = useText(shellText);
  const { history } = useRouter();
  const { act } = useText(commonText);
  // A fresh page: nothing that this person has read stays in memory.
  const leave = useAct(signOut, () => globalThis.location.assign('/'));
  return (
    <Menu position="bottom-end" width={260} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={`${account}: ${viewer.fullName}`}>
          <IconUserCircle size={22} stroke={1.5} aria-hidden />
          <span className={classes.accountName}>{viewer.fullName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.accountCard}>
          <strong>{viewer.fullName}</strong>
          <span>{viewer.positionTitle}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKey size={16} aria-hidden />}
          onClick={() => history.push('/password')}
        >
          {changePassword}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => leave.mutate({})}
        >
          {act.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
