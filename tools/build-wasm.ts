/** Compiles the inner loops of `core/match` to WebAssembly, each to a module beside its source. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { main } from 'assemblyscript/asc';
import { PROJECT } from './source-tree.ts';

/** Sources without their ending; the module is named after its source. */
const SOURCES = ['core/match/stored/decode', 'core/match/text/scan', 'core/match/wording/surprise'];
const FLAGS = ['-O3', '--runtime', 'stub', '--noAssert', '--initialMemory', '16'];
const COLUMNS = 90;

/** The compiler asks for this name; the file has another, as it is no TypeScript. */
const ENTRY = 'loop.ts';

async function compile(source: string): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const argv = [ENTRY, '--outFile', 'loop.wasm', ...FLAGS];
  const { error, stderr } = await main(argv, {
    readFile: (name) => (name === ENTRY ? readFileSync(join(PROJECT, source), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'loop.wasm') binary = contents as Uint8Array; // what `--outFile` names is bytes
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${source}: ${stderr.toString()}`);
  return binary;
}

function printModule(name: string, binary: Uint8Array): string {
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? [];
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  const made = `Printed from \`${name}.as\` by \`node tools/build-wasm.ts\``;
  return `/** ${made}: WebAssembly in base64. */\nexport const ${name.toUpperCase()}_MODULE =\n${text};\n`;
}

for (const path of SOURCES) {
  const name = basename(path);
  writeFileSync(join(PROJECT, `${path}-module.ts`), printModule(name, await compile(`${path}.as`)));
}
