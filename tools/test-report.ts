/**
 * How `node --test` speaks in `tools/check.ts`: silent about what passes, plain about what fails,
 * and the counts as JSON in the file that `TEST_COUNTS` names.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

const SLOW_MS = 3_000;

function place(file: string | undefined, line: number | undefined): string {
  return file ? `${relative(process.cwd(), file)}:${line ?? 1}` : '';
}

/** The project's own frames; those of the runner tell nothing. */
function trimStack(stack: string): string {
  const lines = stack.split('\n');
  return lines.filter((line) => !/^\s+at .*(node:internal|node:async_hooks)/.test(line)).join('\n');
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  const told = trimStack(cause.stack ?? cause.message);
  return cause !== error && cause.cause instanceof Error
    ? `${told}\n  caused by ${trimStack(cause.cause.stack ?? cause.cause.message)}`
    : told;
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}

/** An error that escapes after its test has ended is no test, but it is a failure. */
function isEscapedError(message: string): boolean {
  return /^Error: .* generated asynchronous activity/.test(message);
}

class Report {
  #escaped = 0;

  tell(event: TestEvent): string | null {
    switch (event.type) {
      case 'test:fail': {
        const { name, file, line, details } = event.data;
        const failure = (details.error as { failureType?: string }).failureType;
        if (failure === 'subtestsFailed') return null;
        return `    ✗ ${name}  ${place(file, line)}\n${indent(explain(details.error))}\n`;
      }
      case 'test:pass': {
        const { name, skip, details } = event.data;
        if (skip) return `    – skipped: ${name}${skip === true ? '' : ` (${skip})`}\n`;
        const slow = details.duration_ms >= SLOW_MS && details.type !== 'suite';
        return slow ? `    · ${(details.duration_ms / 1000).toFixed(1)} s: ${name}\n` : null;
      }
      case 'test:diagnostic':
        if (!isEscapedError(event.data.message)) return null;
        this.#escaped += 1;
        return `    ✗ after a test had ended\n${indent(event.data.message)}\n`;
      case 'test:stdout':
      case 'test:stderr':
        return event.data.message;
      case 'test:summary':
        // With isolation there is one summary a file before the last, which is the sum.
        if (event.data.file === undefined) this.#write(event.data.counts);
        return null;
      default:
        return null;
    }
  }

  #write(counts: { passed: number; failed?: number; cancelled: number } & Record<string, number>) {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    const told: TestCounts = {
      passed: counts.passed,
      failed: (counts.failed ?? 0) + counts.cancelled + this.#escaped,
      skipped: (counts.skipped ?? 0) + (counts.todo ?? 0),
    };
    writeFileSync(file, JSON.stringify(told));
  }
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const told = new Report();
  for await (const event of events) {
    const text = told.tell(event);
    if (text !== null) yield text;
  }
}
