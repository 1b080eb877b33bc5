import { UnstyledButton } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { switchLanguage, useLanguage } from '../text/language.ts';
import classes from './frame.module.css';
import { shellText } from './shell-text.ts';

/** Names the other language in that language, as its speakers look for it. */
export function LanguageSwitch() {
  const text = useText(shellText);
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <UnstyledButton className={classes.language} lang={other} onClick={() => switchLanguage(other)}>
      {text.otherLanguage}
    </UnstyledButton>
  );
}
