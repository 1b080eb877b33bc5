/**
 * `npm test` and `npm run check`: types, style, the build of the screens, then every test group.
 *
 *   --only core,adapters   runs these steps alone (types, style, build, or the name of a group)
 *
 * The last line is `N passed, N failed`. Without a browser the run fails, unless
 * `NIEMPHONG_WITHOUT_BROWSER=1` says that this is meant.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideChromium } from './chromium.ts';
import { PROJECT } from './source-tree.ts';
import { TEST_GROUPS, type TestGroup } from './test-groups.ts';
import { providePrograms } from './test-programs.ts';
import type { TestCounts } from './test-report.ts';

const NODE_NEEDED = 26;
const TEST_TIMEOUT_MS = 180_000;
const NONE: TestCounts = { passed: 0, failed: 0, skipped: 0 };

type Step = { readonly name: string; readonly run: () => Promise<TestCounts> };
type Ending = { readonly code: number | null; readonly stopped: boolean };
type Command = {
  readonly words: readonly [string, ...string[]];
  readonly limitMinutes: number;
  readonly env?: NodeJS.ProcessEnv;
};

function runCommand({ words, limitMinutes, env }: Command): Promise<Ending> {
  const [program, ...rest] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: PROJECT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    let stopped = false;
    const limit = setTimeout(() => {
      stopped = true;
      child.kill('SIGKILL');
    }, limitMinutes * 60_000);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      resolve({ code, stopped });
    });
  });
}

/** A tool that passes or fails as a whole counts as one test. */
function toolStep(name: string, script: string, ...words: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const path = join(PROJECT, 'node_modules', script);
      const ending = await runCommand({
        words: [process.execPath, path, ...words],
        limitMinutes: 5,
      });
      return ending.code === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
    },
  };
}

function fail(reason: string, counts: TestCounts = NONE): TestCounts {
  console.log(`    ✗ ${reason}`);
  return { ...counts, failed: counts.failed + 1 };
}

function readCounts(file: string): TestCounts | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestCounts) : null;
}

/** What a group's process and its report say together; silence is a failure. */
function judge(group: TestGroup, ending: Ending, counts: TestCounts | null): TestCounts {
  if (ending.stopped) return fail(`stopped after ${group.limitMinutes} minutes`, counts ?? NONE);
  if (!counts) return fail(`ended with ${ending.code} before its report`);
  if (counts.passed + counts.failed + counts.skipped === 0) return fail('no test ran');
  if (ending.code !== 0 && counts.failed === 0) return fail(`ended with ${ending.code}`, counts);
  return counts;
}

function browserEnv(): NodeJS.ProcessEnv | null {
  const chromium = provideChromium();
  return chromium ? { CHROMIUM: chromium } : null;
}

async function runGroup(group: TestGroup): Promise<TestCounts> {
  const exclude = group.except ?? [];
  const files = globSync(group.files, { cwd: PROJECT, exclude }).sort();
  if (files.length === 0) return fail(`no test file: ${group.files.join(' ')}`);
  providePrograms(group.wants ?? []);
  const env = group.needsBrowser ? browserEnv() : {};
  if (!env) {
    const meant = process.env.NIEMPHONG_WITHOUT_BROWSER === '1';
    const said = 'no browser found (Debian: apt-get install chromium): these tests were not run';
    if (!meant) return fail(said);
    console.log(`    – ${said}`);
    return { ...NONE, skipped: files.length };
  }
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-check-'));
  const TEST_COUNTS = join(folder, 'counts.json');
  const options = [
    '--test',
    '--test-isolation=none',
    '--test-concurrency=1',
    `--test-timeout=${TEST_TIMEOUT_MS}`,
    '--test-reporter=./tools/test-report.ts',
  ];
  const ending = await runCommand({
    words: [process.execPath, ...options, ...files],
    limitMinutes: group.limitMinutes,
    env: { ...env, TEST_COUNTS },
  });
  const counts = readCounts(TEST_COUNTS);
  rmSync(folder, { recursive: true });
  return judge(group, ending, counts);
}

function allSteps(): Step[] {
  const steps = [
    toolStep('types', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
    toolStep(
      'style',
      '@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '.',
    ),
  ];
  if (existsSync(join(PROJECT, 'web/vite.config.ts'))) {
    steps.push(toolStep('build', 'vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'));
  }
  return [
    ...steps,
    ...TEST_GROUPS.map((group) => ({ name: group.name, run: () => runGroup(group) })),
  ];
}

function chooseSteps(): Step[] | string {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const steps = allSteps();
  const wanted = values.only?.split(',');
  const unknown = wanted?.find((name) => !steps.some((step) => step.name === name));
  if (unknown) return `no step "${unknown}"; steps: ${steps.map((step) => step.name).join(' ')}`;
  return wanted ? steps.filter((step) => wanted.includes(step.name)) : steps;
}

function printCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function main(): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < NODE_NEEDED) {
    console.log(`Node ${NODE_NEEDED} is needed, this is ${process.version}: start with npm test`);
    return 2;
  }
  const steps = chooseSteps();
  if (typeof steps === 'string') {
    console.log(steps);
    return 2;
  }
  const sum = { ...NONE } as { -readonly [Key in keyof TestCounts]: number };
  for (const step of steps) {
    console.log(step.name);
    const started = performance.now();
    const counts = await step.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`  ${counts.failed > 0 ? '✗' : '✓'} ${printCounts(counts)}, ${seconds} s`);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  console.log(`\n${printCounts(sum)}`);
  return sum.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
