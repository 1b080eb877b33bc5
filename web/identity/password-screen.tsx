/** Changing the password at will, from the account menu. */
import { useState } from 'react';
import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { PasswordForm } from './password-form.tsx';
import { passwordText } from './password-text.ts';

export function PasswordScreen() {
  const text = useText(passwordText);
  const [done, setDone] = useState(false);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {done ? <Notice>{text.done}</Notice> : <PasswordForm onDone={() => setDone(true)} />}
    </>
  );
}
