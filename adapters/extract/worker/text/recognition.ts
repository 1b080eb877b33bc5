/**
 * Recognises Vietnamese print in a picture: the Tesseract engine as WebAssembly with its language
 * data from the installed package. Offline, in memory, on this one thread; the decoders it brings
 * (PNG, JPEG, WebP, TIFF, portable pixmaps) run inside WebAssembly's own bounds.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { tidy } from './charset.ts';

/** The part of the engine's face that is used; the package brings no types. */
type Engine = {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => {
    Init(dataPath: null, language: string, mode: number): number;
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
  };
};
type StartEngine = (options: { print(): void; printErr(): void }) => Promise<Engine>;

export type Recognition = {
  /** Whether a page begun now can be expected to end within the wall limit. */
  hasTime(): boolean;
  /** Refuses a picture that does not decode. */
  load(picture: Buffer): void;
  recognise(picture?: Buffer): string;
};

const NEURAL_ONLY = 1;

export async function openRecognition(): Promise<Recognition> {
  const require = createRequire(import.meta.url);
  const start: StartEngine = require('tesseract.js-core/tesseract-core-simd-lstm.js');
  const engine = await start({ print() {}, printErr() {} });
  const data = require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz');
  engine.FS.writeFile('vie.traineddata', gunzipSync(readFileSync(data)));
  const api = new engine.TessBaseAPI();
  if (api.Init(null, 'vie', NEURAL_ONLY) !== 0) throw new Error('the engine did not start');
  const load = (picture: Buffer): void => {
    engine.FS.writeFile('/input', picture);
    if (api.SetImageFile(1, 0) !== 0) throw new FileStop('file-unreadable', 'picture-broken');
  };
  return {
    hasTime: () => performance.now() < LIMITS.recognitionUntilMs,
    load,
    recognise(picture) {
      if (picture) load(picture);
      api.Recognize(null);
      return tidy(api.GetUTF8Text()).trim();
    },
  };
}
