/**
 * One look-up folds a UTF-16 unit: letters lose diacritics, case, compatibility form and foreign
 * look-alike shape; combining marks and invisible characters vanish. Nothing is moved, so offsets
 * stay those of the text as given. Called by the tokeniser alone.
 */

/** Codes in the table: a separator, an invisible unit, a combining mark, then letters, digits. */
export const SEPARATOR = 0;
export const HIDDEN = 1;
export const MARK = 2;
export const FIRST_LETTER = 3;
export const FIRST_DIGIT = FIRST_LETTER + 26;
export const LAST_DIGIT = FIRST_DIGIT + 9;
/** From here on a code is a lower-case unit of another script; from this one its own token. */
export const FIRST_OWN_TOKEN = 0x2e80;

/** Pairs "shape, letter": what a reader takes for a Latin letter though Unicode does not. */
const LOOK_ALIKES =
  'đdĐdÐdðdƉdɖdøoØołlŁlħhĦhıiȷjɑaɡgƒfɩiʋvꞵb' +
  'аaАaвbВbеeЕeѐeкkКkмmМmнhНhоoОoрpРpсcСcтtТtуyУyүyҮyхxХxіiІiїiЇiјjЈjѕsЅsһhҺhԁdԛqԝwԍgӏl' +
  'αaΑaβbΒbεeΕeΖzηnΗhιiΙiκkΚkΜmνvΝnοoΟoρpΡpτtΤtυuΥyχxΧxγyωwϲcϹcϳj' +
  'օoհhոnսuցgզqլlᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrᴛtᴜuᴠvᴡwʏyᴢz';

const MARKS = /^\p{M}$/u;
const INVISIBLE = /^[\p{Cf}\u115f\u1160\u3164\uffa0]$/u;
const WORD = /^[\p{L}\p{N}]$/u;

function codeOfBase(base: string): number {
  const unit = base.charCodeAt(0);
  if (unit >= 0x61 && unit <= 0x7a) return FIRST_LETTER + unit - 0x61;
  if (unit >= 0x30 && unit <= 0x39) return FIRST_DIGIT + unit - 0x30;
  if (unit < 0x80) return SEPARATOR;
  return WORD.test(base) ? unit : SEPARATOR;
}

function codeOfUnit(unit: number): number {
  // Surrogates keep their own value: the tokeniser reads the pair.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  if (MARKS.test(character)) return MARK;
  if (INVISIBLE.test(character)) return HIDDEN;
  return codeOfBase(character.normalize('NFKD').charAt(0).toLowerCase());
}

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < table.length; unit++) table[unit] = codeOfUnit(unit);
  for (let at = 0; at + 1 < LOOK_ALIKES.length; at += 2) {
    table[LOOK_ALIKES.charCodeAt(at)] = codeOfBase(LOOK_ALIKES.charAt(at + 1));
  }
  return table;
}

export const FOLD_TABLE = buildFoldTable();

/**
 * Folds a surrogate pair: mathematical and enclosed alphabets are letters, ideographs their own
 * token, the rest (emoji and the like) a separator.
 */
export function foldPair(high: number, low: number): number {
  const point = (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  if (point >= 0xe0000 && point <= 0xe0fff) return HIDDEN;
  const character = String.fromCodePoint(point);
  const base = character.normalize('NFKD');
  if (base !== character) return codeOfBase(base.charAt(0).toLowerCase());
  return WORD.test(character) ? FIRST_OWN_TOKEN + (point & 0x3fff) : SEPARATOR;
}
