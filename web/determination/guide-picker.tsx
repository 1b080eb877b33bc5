/** Chooses the one guide item that carries the level: only items of that level are offered. */
import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Level } from '../../core/level/level.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { holdsWords } from '../text/fold-words.ts';
import { useLanguage } from '../text/language.ts';
import { fieldName, type GuideItemOption, useFormOptions } from '../ui/document/form-options.ts';
import { GuideItemView } from '../ui/document/guide-item-view.tsx';
import classes from './proposal.module.css';
import { proposeText } from './propose-text.ts';

export type GuidePickerProps = {
  readonly level: Level;
  readonly value: string | null;
  readonly onChange: (ref: string | null) => void;
  readonly error: string | undefined;
};

export function GuidePicker({ level, value, onChange, error }: GuidePickerProps) {
  const text = useText(proposeText);
  const items = useFormOptions().data?.guideItems ?? [];
  const chosen = items.find(({ ref }) => ref === value);
  const id = useId();
  const [isMoved, setIsMoved] = useState(false);
  const change = (ref: string | null) => {
    setIsMoved(true);
    onChange(ref);
  };
  // What was pressed is gone after a choice: the focus goes on to what took its place.
  const focus = (element: HTMLElement | null) => {
    if (isMoved) element?.focus();
  };
  return (
    <fieldset className={classes.guide} aria-describedby={error && `${id}-problem`}>
      <legend className={classes.legend}>{text.field.guideItem}</legend>
      {chosen ? (
        <div className={classes.chosen}>
          <GuideItemView item={chosen} />
          <Button ref={focus} variant="default" size="compact-sm" onClick={() => change(null)}>
            {text.guideOther}
          </Button>
        </div>
      ) : (
        <GuideSearch
          items={items.filter((item) => item.level === level)}
          level={level}
          onChange={change}
          focus={focus}
        />
      )}
      {error && (
        <p id={`${id}-problem`} className={classes.problem}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type GuideSearchProps = {
  readonly items: readonly GuideItemOption[];
  readonly level: Level;
  readonly onChange: (ref: string) => void;
  readonly focus: (element: HTMLElement | null) => void;
};

function GuideSearch({ items, level, onChange, focus }: GuideSearchProps) {
  const text = useText(proposeText);
  const levels = useText(commonText).level;
  const language = useLanguage();
  const options = useFormOptions().data;
  const [typed, setTyped] = useState('');
  const words = (item: GuideItemOption): string =>
    [item.ref, item.vi, item.en, fieldName(options, item.field, language)].join(' ');
  const found = items.filter((item) => holdsWords(words(item), typed));
  return (
    <>
      <TextInput
        ref={focus}
        type="search"
        label={text.guideSearch}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={classes.soft} role="status">
        {found.length > 0 ? text.guideCount(found.length, levels[level]) : text.guideNone}
      </p>
      <ul className={classes.items}>
        {found.map((item) => (
          <li key={item.ref}>
            <button type="button" className={classes.item} onClick={() => onChange(item.ref)}>
              <GuideItemView item={item} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
