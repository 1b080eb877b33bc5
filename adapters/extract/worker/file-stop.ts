/**
 * Inside the reading process: why a file cannot be read, and how an error thrown by a library
 * turns into one of our codes. No text of the error leaves the process: it may quote the file.
 */
import type { ExtractionCode } from '../../../core/common/extraction.ts';

export class FileStop extends Error {
  readonly code: ExtractionCode;
  readonly detail: string | undefined;

  constructor(code: ExtractionCode, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

const NO_MEMORY =
  /(allocation failed|failed to allocate|array length|out of memory|enlarge memory)/i;

export function asFileStop(error: unknown): FileStop {
  if (error instanceof FileStop) return error;
  const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/Invalid string length/.test(message)) return new FileStop('output-limit');
  if (NO_MEMORY.test(message)) return new FileStop('memory-limit');
  if (/call stack/i.test(message)) return new FileStop('file-unreadable', 'nested-too-deep');
  if (/PasswordException|encrypted|password/i.test(message)) return new FileStop('file-encrypted');
  return new FileStop('file-unreadable');
}
