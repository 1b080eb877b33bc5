/**
 * Legal posts and the power they give. Law art. 11 names posts in three groups; a committee member
 * has no power as such, only through the state or Party post held. Letters shifted between the
 * 2018 and the 2025 law, so the post is what counts and the letter is a remark.
 */
import type { Citation } from '../common/citation.ts';
import type { Level } from '../level/level.ts';
import type { LegalPostCode } from '../person/person.ts';

export const AUTHORITY_GROUPS = ['11.1', '11.2', '11.3'] as const;
export type AuthorityGroup = (typeof AUTHORITY_GROUPS)[number];

export const POWERS = ['determine', 'allow-copying', 'provide', 'destroy'] as const;
export type Power = (typeof POWERS)[number];

export type LegalPost = {
  readonly code: LegalPostCode;
  readonly vi: string;
  readonly en: string;
  /** Null for a deputy: power only by written delegation. */
  readonly group: AuthorityGroup | null;
  readonly letter: string | null;
  /** The posts that may delegate to this one. */
  readonly deputyOf: readonly LegalPostCode[];
  readonly citation: Citation;
};

export type PowerRule = {
  readonly group: AuthorityGroup;
  readonly power: Power;
  readonly levels: readonly Level[];
  readonly delegable: boolean;
  readonly citation: Citation;
};

export type AuthorityLaw = {
  readonly posts: readonly LegalPost[];
  readonly powers: readonly PowerRule[];
};

export function findPost(law: AuthorityLaw, code: LegalPostCode | null): LegalPost | undefined {
  return law.posts.find((post) => post.code === code);
}

/** The rule by which a post itself gives a power at a level; undefined when it does not. */
export function powerOfPost(
  law: AuthorityLaw,
  wanted: { readonly post: LegalPostCode | null; readonly power: Power; readonly level: Level },
): PowerRule | undefined {
  const group = findPost(law, wanted.post)?.group;
  return law.powers.find(
    (rule) =>
      rule.group === group && rule.power === wanted.power && rule.levels.includes(wanted.level),
  );
}
