/**
 * Finds PDFs whose letters come apart: when a word mixes two fonts (a font without ế or ộ), readers
 * give "TUY T M T / Ệ / Ậ" for "TUYỆT MẬT". In Vietnamese text single letters are rare (ở, ý, y);
 * in such files they are every third token. Private-use and replacement characters count the same:
 * they are letters whose meaning the file does not tell.
 */
const SINGLE_SHARE = 0.12;
const UNKNOWN_SHARE = 0.02;
const ENOUGH_TOKENS = 12;
const SAMPLE_CHARS = 200_000;

export function lettersLookBroken(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARS);
  const tokens = sample.split(/\s+/).filter((token) => /\p{L}|\p{Co}|\ufffd/u.test(token));
  if (tokens.length < ENOUGH_TOKENS) return false;
  const singles = tokens.filter((token) => /^\p{L}$/u.test(token)).length;
  const unknown = sample.match(/\p{Co}|\ufffd/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return singles > tokens.length * SINGLE_SHARE || unknown > (letters + unknown) * UNKNOWN_SHARE;
}
