/**
 * The groups of tests, each run in one process of its own. Every test file belongs to exactly one
 * group (`tidy.test.ts` holds that), so none is forgotten.
 */
import { matchesGlob } from 'node:path';
import type { TestProgram } from './test-programs.ts';

export type TestGroup = {
  readonly name: string;
  readonly files: readonly string[];
  readonly except?: readonly string[];
  /** The group is stopped and counts as failed after this time. */
  readonly limitMinutes: number;
  readonly needsBrowser?: true;
  /** Its tests are skipped, each with a word, where these could not be installed. */
  readonly wants?: readonly TestProgram[];
};

export const TEST_GROUPS: readonly TestGroup[] = [
  {
    name: 'core',
    files: ['core/**/*.test.ts', 'regimes/**/*.test.ts', 'contract/**/*.test.ts'],
    limitMinutes: 10,
  },
  { name: 'tools', files: ['{tools,bench}/**/*.test.ts'], limitMinutes: 5 },
  {
    name: 'adapters',
    files: ['adapters/**/*.test.ts'],
    limitMinutes: 15,
    wants: ['nats-server'],
  },
  {
    name: 'server',
    files: ['{server,compose,testkit}/**/*.test.ts'],
    except: ['compose/gateway/**'],
    limitMinutes: 15,
    wants: ['nats-server'],
  },
  {
    name: 'gateways',
    files: ['compose/gateway/**/*.test.ts'],
    limitMinutes: 5,
    wants: ['postfix', 'squid', 'c-icap-client'],
  },
  { name: 'cli', files: ['{cli,collector}/**/*.test.ts'], limitMinutes: 15 },
  { name: 'web', files: ['web/**/*.test.ts'], except: ['web/e2e/**'], limitMinutes: 5 },
  {
    name: 'browser',
    files: ['web/e2e/**/*.{e2e,test}.ts'],
    limitMinutes: 20,
    needsBrowser: true,
  },
];

export function groupsOf(path: string): TestGroup[] {
  const fits = (globs: readonly string[]): boolean => globs.some((glob) => matchesGlob(path, glob));
  return TEST_GROUPS.filter((group) => fits(group.files) && !fits(group.except ?? []));
}
