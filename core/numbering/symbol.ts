/**
 * Number and symbol as a document prints them (decree 30/2020 annex I): `05/QĐ-UBBC`, for official
 * letters body and drafting unit, `14/UBBC-ANTT`. The level is a stamp, never part of the symbol.
 */
import type { Brand } from '../common/brand.ts';

/** The part after the slash: groups of letters and digits joined by hyphens. */
export type DocumentSymbol = Brand<string, 'DocumentSymbol'>;

const SYMBOL = /^[\p{L}\d]{1,12}(-[\p{L}\d]{1,12}){0,3}$/u;

export function parseSymbol(value: unknown): DocumentSymbol | null {
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFC');
  return SYMBOL.test(text) ? (text as DocumentSymbol) : null;
}

/** `5` → `05`; from 10 on as it is. */
export function printNumber(number: number): string {
  return String(number).padStart(2, '0');
}

export function printNumberAndSymbol(number: number, symbol: DocumentSymbol): string {
  return `${printNumber(number)}/${symbol}`;
}
