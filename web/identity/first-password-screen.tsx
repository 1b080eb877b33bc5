/** In place of every screen while the initial password stands. */
import { BarePage } from '../shell/bare-page.tsx';
import { useText } from '../text/catalogue.ts';
import { PasswordForm } from './password-form.tsx';
import { passwordText } from './password-text.ts';

export function FirstPasswordScreen() {
  const text = useText(passwordText);
  return (
    <BarePage title={text.firstTitle} lead={text.firstLead}>
      <PasswordForm />
    </BarePage>
  );
}
