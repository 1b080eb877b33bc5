/** Compiles `core/match/text/scan.as` to WebAssembly and writes it as `scan-module.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import { PROJECT } from './source-tree.ts';

const SOURCE = 'core/match/text/scan.as';
const MODULE = 'core/match/text/scan-module.ts';
/** The compiler asks for this name; the file has another, as it is no TypeScript. */
const ENTRY = 'scan.ts';
const FLAGS = ['-O3', '--runtime', 'stub', '--noAssert', '--initialMemory', '16'];
const COLUMNS = 90;

async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const argv = [ENTRY, '--outFile', 'scan.wasm', ...FLAGS];
  const { error, stderr } = await main(argv, {
    readFile: (name) => (name === ENTRY ? readFileSync(join(PROJECT, SOURCE), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'scan.wasm') binary = contents as Uint8Array; // what `--outFile` names is bytes
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${SOURCE}: ${stderr.toString()}`);
  return binary;
}

function printModule(binary: Uint8Array): string {
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? [];
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  return `/** Printed from \`scan.as\` by \`node tools/build-scan.ts\`: WebAssembly in base64. */\nexport const SCAN_MODULE =\n${text};\n`;
}

writeFileSync(join(PROJECT, MODULE), printModule(await compile()));
