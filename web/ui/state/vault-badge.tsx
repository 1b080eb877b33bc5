/** Whether contents can be read now. An open vault is the state to notice, so it is filled. */
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useText } from '../../text/catalogue.ts';
import classes from './state.module.css';
import { stateText } from './state-text.ts';

export type VaultState = 'absent' | 'sealed' | 'open';

export function VaultBadge({ state }: { readonly state: VaultState }) {
  const text = useText(stateText);
  const Icon = state === 'open' ? IconLockOpen : IconLock;
  return (
    <span className={`${classes.vault} ${state === 'open' ? classes.vaultOpen : ''}`}>
      <Icon size={16} aria-hidden />
      <span className={classes.vaultWords}>{text.vault[state]}</span>
    </span>
  );
}
