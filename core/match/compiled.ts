/** The module that `tools/build-wasm.ts` printed as base64, compiled. */
export function compiled(base64: string): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Module(bytes);
}
