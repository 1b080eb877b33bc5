/** Writes the plainest PDF there is (ISO 32000-1, 7.5): the pages of a TIFF, or a test's. */
export type PdfObject = string | { readonly dictionary: string; readonly stream: Buffer };

/** `objects[0]` is object 1, the catalogue. */
export function writePdf(objects: readonly PdfObject[]): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (...parts: readonly (Buffer | string)[]): void => {
    for (const part of parts) {
      const bytes = Buffer.from(part as string);
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  objects.forEach((object, at) => {
    offsets.push(length);
    add(`${at + 1} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      add(`<<${object.dictionary}/Length ${object.stream.length}>>\nstream\n`);
      add(object.stream, '\nendstream');
    }
    add('\nendobj\n');
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}
