/**
 * The browser of the browser tests: Debian's chromium. As root on a machine with apt it is
 * installed when absent; elsewhere the person is told how.
 */
import { findProgram, installFromDebian, isProgram, mayInstall } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of an installed browser, or null. `CHROMIUM` names another one. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  if (named) return isProgram(named) ? named : null;
  return findProgram(NAMES);
}

/** The browser's path; installs it where this process may. Null when there is none. */
export function provideChromium(): string | null {
  const present = findChromium();
  if (present || process.env.CHROMIUM || !mayInstall()) return present;
  return installFromDebian(['chromium']) ? findChromium() : null;
}
