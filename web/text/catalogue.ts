/**
 * Texts as typed objects, one per feature, Vietnamese first: the English side must mirror the
 * Vietnamese one, so a missing, misspelt or superfluous key does not compile. A text with
 * parameters is a function.
 */
import { type Language, useLanguage } from './language.ts';

export type TextTree = {
  readonly [key: string]: string | ((...facts: never[]) => string) | TextTree;
};

/** The same tree with literals widened: what both languages must be. */
export type Mirror<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : Mirror<Tree[Key]>;
};

export type Catalogue<Tree extends TextTree> = { readonly [L in Language]: Mirror<Tree> };

export function catalogue<const Vi extends TextTree>(texts: {
  readonly vi: Vi & NoInfer<Mirror<Vi>>;
  readonly en: NoInfer<Mirror<Vi>>;
}): Catalogue<Vi> {
  return texts;
}

/** The texts of one feature in the language that the reader has chosen. */
export function useText<Tree extends TextTree>(texts: Catalogue<Tree>): Mirror<Tree> {
  return texts[useLanguage()];
}
