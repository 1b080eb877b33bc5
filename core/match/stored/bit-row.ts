/** Rows of bits that grow at their end, in words of 32, the first bit of a word highest. */
import { grown } from '../growth.ts';

export class BitRow {
  words = new Uint32Array(1024);
  /** Where the next bit belongs. */
  word = 0;
  bit = 0;

  /** Appends the lowest `length` bits of `value`, at most 32. */
  append(value: number, length: number): void {
    if (this.word + 2 > this.words.length) this.words = grown(this.words, this.word + 2);
    const free = 32 - this.bit;
    const { words, word } = this;
    if (length <= free) {
      if (length > 0) words[word] = (words[word] as number) | (value << (free - length));
      this.bit += length;
    } else {
      const rest = length - free;
      words[word] = (words[word] as number) | (value >>> rest);
      words[word + 1] = value << (32 - rest);
      this.word = word + 1;
      this.bit = rest;
    }
    if (this.bit === 32) [this.word, this.bit] = [this.word + 1, 0];
  }

  /** Leaves the rest of a word that was begun. */
  fillWord(): void {
    if (this.bit > 0) [this.word, this.bit] = [this.word + 1, 0];
  }
}

/** Reads a row of bits from a place on. */
export class BitReader {
  private words = new Uint32Array(0);
  private word = 0;
  private bit = 0;

  /** Begins at a word. */
  open({ words }: BitRow, word: number): void {
    [this.words, this.word, this.bit] = [words, word, 0];
  }

  /** The next `length` bits, 1 to 31. */
  take(length: number): number {
    const value = bitsAt(this.words, this.word, this.bit) >>> (32 - length);
    const bit = this.bit + length;
    this.word += bit >>> 5;
    this.bit = bit & 31;
    return value;
  }
}

/** 32 bits from a bit of a word on. */
export function bitsAt(words: Uint32Array, word: number, bit: number): number {
  const next = words[word + 1] as number;
  return ((words[word] as number) << bit) | ((next >>> 1) >>> (31 - bit));
}
