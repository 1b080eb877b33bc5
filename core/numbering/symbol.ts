/**
 * Number and symbol as a document prints them (decree 30/2020 annex I): `05/QĐ-UBBC`, for official
 * letters body and drafting unit, `14/UBBC-ANTT`. The level is a stamp, never part of the symbol.
 */
import type { Brand } from '../common/brand.ts';

/** The part after the slash: capital groups joined by hyphens. */
export type DocumentSymbol = Brand<string, 'DocumentSymbol'>;

const SYMBOL = /^[\p{Lu}\d]{1,12}(-[\p{Lu}\d]{1,12}){0,3}$/u;

export function parseSymbol(value: unknown): DocumentSymbol | null {
  return typeof value === 'string' && SYMBOL.test(value) ? (value as DocumentSymbol) : null;
}

/** `5` → `05`; from 10 on as it is. */
export function printNumber(number: number): string {
  return String(number).padStart(2, '0');
}

export function printNumberAndSymbol(number: number, symbol: DocumentSymbol): string {
  return `${printNumber(number)}/${symbol}`;
}
