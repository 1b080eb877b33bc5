/**
 * The red level mark as the stamp looks (form 02, measures second-hand): rectangle with a double
 * border, bold capitals. Red on screen means secrecy or alarm and nothing else.
 */
import type { Level } from '../../../core/level/level.ts';
import { useLanguage } from '../../text/language.ts';
import classes from './level-mark.module.css';

/** The stamp's wording is the legal one in every language; English only explains it. */
const STAMP = { 'tuyet-mat': 'TUYỆT MẬT', 'toi-mat': 'TỐI MẬT', mat: 'MẬT' } as const;
const ENGLISH = {
  'tuyet-mat': 'Top secret',
  'toi-mat': 'Secret',
  mat: 'Confidential',
} as const satisfies Record<Level, string>;

export type LevelMarkProps = {
  readonly level: Level;
  /** `stamp` at the head of a document, `row` (the default) inside tables and lists. */
  readonly size?: 'row' | 'stamp';
};

export function LevelMark({ level, size = 'row' }: LevelMarkProps) {
  const english = useLanguage() === 'en';
  return (
    <span
      className={`${classes.mark} ${size === 'stamp' ? classes.stamp : ''}`}
      title={english ? ENGLISH[level] : undefined}
    >
      <span className={classes.inner} lang="vi">
        {STAMP[level]}
      </span>
      {english && <span className="np-unseen">{ENGLISH[level]}</span>}
    </span>
  );
}
