/** The list of public law and forms: what is read and written of it. */
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { Json } from '../../../core/common/canonical-json.ts';
import type { VaultObjectRow } from '../rows.ts';

export type PublicTextRow = {
  readonly id: string;
  readonly name: string;
  /** Where anyone can read it. */
  readonly published: string;
  readonly sha256: string;
  readonly characters: number;
  readonly objectId: string;
  readonly addedBy: string;
  readonly addedAt: Instant;
  readonly reason: string;
  readonly touches: boolean;
  /** `Said` of the verb, or null. */
  readonly confirmed: Json;
  readonly removed: Json;
};

export type PublicListRow = {
  readonly id: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly texts: number;
  readonly sha256: string;
  readonly textId: string;
  readonly change: string;
};

export type ListRows = { public_text: PublicTextRow; public_list: PublicListRow };

export type KeptPublicText = PublicTextRow & { readonly object: VaultObjectRow };

export interface PublicListReader {
  /** Removed ones too, newest first. */
  listTexts(): Promise<readonly KeptPublicText[]>;
  /** Newest first. */
  listVersions(): Promise<readonly PublicListRow[]>;
}
