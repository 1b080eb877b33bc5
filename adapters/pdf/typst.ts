/**
 * Typst, as every print of the house uses it. Words travel as JSON inputs, never as markup
 * (attacker-controlled text must not become source); the workspace holds nothing but the
 * templates; a missing font is an error here, because Typst only warns and would print empty boxes.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { invariant } from '../../core/common/invariant.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FACES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

function fontBlobs(): Buffer[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos')));
  return FACES.map((face) => readFileSync(join(folder, face)));
}

let compiler: NodeCompiler | null = null;

/**
 * A PDF (PDF/A-2b), the same bytes for the same inputs. `template`: a file of this folder.
 * `pictures`: by the names that the template uses; gone from the compiler afterwards.
 */
export function typeset(
  template: string,
  inputs: Readonly<Record<string, unknown>>,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: HERE,
    fontArgs: [{ fontBlobs: fontBlobs() }],
  });
  const texts = Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]);
  for (const [name, bytes] of pictures) compiler.mapShadow(join(HERE, name), Buffer.from(bytes));
  try {
    const compiled = compiler.compile({
      mainFilePath: join(HERE, template),
      inputs: Object.fromEntries(texts) as Record<string, string>,
    });
    const { result } = compiled;
    invariant(result && !compiled.hasError(), `the template ${template} compiles`);
    return new Uint8Array(
      compiler.pdf(result, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: 0 }),
    );
  } finally {
    if (pictures.size > 0) {
      compiler.resetShadow();
      // What was compiled stays in a memory of its own; a secret page must not.
      compiler.evictCache(0);
    }
  }
}
