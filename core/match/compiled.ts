/** What the inner loops have in common; `tools/build-wasm.ts` prints them as base64. */

const PAGE = 65_536;

export function compiled(base64: string): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Module(bytes);
}

/** The memory of a loop, with room for so many bytes. */
export function roomIn(memory: WebAssembly.Memory, bytes: number): ArrayBuffer {
  const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  if (missing > 0) memory.grow(missing);
  return memory.buffer;
}
