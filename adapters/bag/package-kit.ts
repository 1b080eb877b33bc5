/** The kit of hand-over packages: the printed checker, and ZIP. */
import { readFileSync } from 'node:fs';
import type { PackageKit } from '../../server/ports/evidence/package-kit.ts';
import { encodeZip } from './zip.ts';

const CHECKER = new URL('./printed/check-mjs.txt', import.meta.url);

export const packageKit: PackageKit = {
  checker: () => new Uint8Array(readFileSync(CHECKER)),
  zip: encodeZip,
};
