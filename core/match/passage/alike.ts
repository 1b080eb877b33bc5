/**
 * Whether an altered token of the article may stand for a stored one: one letter put in, left out,
 * changed or swapped (misprints, character recognition), two syllables run together, one torn.
 */
import { FIRST_DIGIT, FIRST_LETTER } from '../text/fold-table.ts';
import { lengthOfSyllable, lettersOfSyllable, SYLLABLE_COUNT } from '../text/syllables.ts';
import { lettersOfText, type Tokens } from '../text/tokens.ts';

const ROOM = 16;
/** A letter put in, and two combining marks with two invisible characters. */
const MOST_MARKS = 5;
/** Digits that recognition takes for letters, as fold codes of those letters: 0 o, 1 l, 5 s. */
const LETTER_OF_DIGIT = new Map([
  [0, 'o'],
  [1, 'l'],
  [5, 's'],
  [6, 'b'],
  [8, 'b'],
  [9, 'g'],
]);
const AS_LETTER = Uint8Array.from({ length: 64 }, (_, code) => {
  const name = LETTER_OF_DIGIT.get(code - FIRST_DIGIT);
  return name === undefined ? code : FIRST_LETTER + name.charCodeAt(0) - 0x61;
});

/** Reads the letters of article tokens from the text, of stored syllables from the inventory. */
export class Alike {
  private readonly given = new Uint8Array(ROOM);
  private readonly stored = new Uint8Array(2 * ROOM);
  private readonly second = new Uint8Array(ROOM);
  private text = '';
  private article: Tokens | undefined;

  open(text: string, article: Tokens): void {
    this.text = text;
    this.article = article;
  }

  /** One letter of difference; syllables of one or two letters differ too easily. */
  near(at: number, id: number): boolean {
    if (id > SYLLABLE_COUNT || id === 0) return false;
    if (!this.mayBe(this.unitsOf(at), lengthOfSyllable(id))) return false;
    const given = this.read(at, this.given);
    const stored = lettersOfSyllable(id, this.stored, 0);
    if (given < 2 || stored < 2 || given + stored < 5) return false;
    return this.differLittle(given, stored);
  }

  /** The article token is these two stored syllables without a space. */
  joined(at: number, first: number, second: number): boolean {
    if (first > SYLLABLE_COUNT || second > SYLLABLE_COUNT || first === 0 || second === 0) {
      return false;
    }
    const letters = lengthOfSyllable(first) + lengthOfSyllable(second);
    if (!this.mayBe(this.unitsOf(at), letters)) return false;
    const given = this.read(at, this.given);
    const length = lettersOfSyllable(first, this.stored, 0);
    const total = length + lettersOfSyllable(second, this.stored, length);
    return given >= 4 && this.differLittle(given, total);
  }

  /** The article tokens at `at` and after are this stored syllable with a space in it. */
  torn(at: number, id: number): boolean {
    if (id > SYLLABLE_COUNT || id === 0) return false;
    if (!this.mayBe(this.unitsOf(at) + this.unitsOf(at + 1), lengthOfSyllable(id))) return false;
    const first = this.read(at, this.given);
    const second = this.read(at + 1, this.second);
    if (first + second > ROOM) return false;
    for (let place = 0; place < second; place++) {
      this.given[first + place] = this.second[place] as number;
    }
    const stored = lettersOfSyllable(id, this.stored, 0);
    return stored >= 3 && this.differLittle(first + second, stored);
  }

  private unitsOf(at: number): number {
    if (!this.article) return 0;
    return (this.article.ends[at] as number) - (this.article.starts[at] as number);
  }

  /** Reading letters is slow, and lengths tell most tokens apart; marks only make them longer. */
  private mayBe(units: number, letters: number): boolean {
    return units >= letters - 1 && units <= letters + MOST_MARKS;
  }

  private read(at: number, into: Uint8Array): number {
    const { article } = this;
    if (!article || at < 0 || at >= article.count) return 0;
    const length = lettersOfText(this.text, article.starts[at] as number, into);
    for (let place = 0; place < length; place++)
      into[place] = AS_LETTER[into[place] as number] as number;
    return length;
  }

  /** Compares so many letters of `given` with so many of `stored`. */
  private differLittle(given: number, stored: number): boolean {
    const [one, other] = [this.given, this.stored];
    if (Math.abs(given - stored) > 1) return false;
    const shorter = Math.min(given, stored);
    let head = 0;
    while (head < shorter && one[head] === other[head]) head++;
    let tail = 0;
    while (tail < shorter - head && one[given - 1 - tail] === other[stored - 1 - tail]) tail++;
    const rest = Math.max(given, stored) - head - tail;
    if (rest <= 1) return true;
    const areSwapped = one[head] === other[head + 1] && one[head + 1] === other[head];
    return rest === 2 && given === stored && areSwapped;
  }
}
