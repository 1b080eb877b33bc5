/**
 * Which listed text a text is in another form (`core/watch/same-text.ts`). The listed words are
 * read from the vault for it, and only those of about the same length.
 */

import { stateOfText } from '../../../core/watch/public-list.ts';
import { formOf, isSameText, type TextForm } from '../../../core/watch/same-text.ts';
import type { Actor } from '../../ports/acts.ts';
import type { KeptPublicText } from '../../ports/lists/lists.ts';
import { loadPublicText } from '../../ports/lists/public-list.ts';
import { VaultSealed } from '../../ports/vault.ts';
import type { ListParts } from './public-text.ts';

/** Heads on every page make a text longer by less. */
const LENGTH_APART = 0.25;

type Known = {
  readonly name: string;
  readonly characters: number;
  form(): Promise<TextForm | null>;
};

export class KnownTexts {
  readonly #known: Known[];

  private constructor(known: Known[]) {
    this.#known = known;
  }

  static async load({ acts, store }: ListParts, actor: Actor): Promise<KnownTexts> {
    const texts = await acts.read(actor, ({ lists }) => lists.listTexts());
    const listed = texts.filter((text) => stateOfText(text) !== 'removed');
    return new KnownTexts(listed.map((text) => knownOf(store, text)));
  }

  /** The name of the text that it is. */
  async find(text: string): Promise<string | null> {
    const own = formOf(text);
    for (const { name, characters, form } of this.#known) {
      if (Math.abs(characters - text.length) > LENGTH_APART * Math.max(characters, text.length)) {
        continue;
      }
      const other = await form();
      if (other && isSameText(own, other)) return name;
    }
    return null;
  }

  add(name: string, text: string): void {
    this.#known.push({ name, characters: text.length, form: async () => formOf(text) });
  }
}

/** A damaged text is told of elsewhere; here it is like none. */
function knownOf(store: ListParts['store'], text: KeptPublicText): Known {
  let form: Promise<TextForm | null> | undefined;
  const load = async (): Promise<TextForm | null> => {
    try {
      return formOf(await loadPublicText(store, text));
    } catch (reason) {
      if (reason instanceof VaultSealed) throw reason;
      return null;
    }
  };
  const { name, characters } = text;
  return {
    name,
    characters,
    form: () => {
      form ??= load();
      return form;
    },
  };
}
