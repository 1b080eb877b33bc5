/** A page that stands open: turned by buttons or PageUp and PageDown, made larger and smaller. */
import { Button, Group } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconEyeOff,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../text/catalogue.ts';
import classes from './document-parts.module.css';
import { readingText } from './reading-text.ts';
import type { Reading } from './use-reading.ts';

/** In hundredths of the width of the frame. */
const SIZES = [100, 150, 200, 300, 400] as const;

type OpenPageProps = {
  readonly reading: Reading;
  readonly page: number;
  readonly pages: number;
};

export function OpenPage({ reading, page, pages }: OpenPageProps) {
  const text = useText(readingText);
  const [size, setSize] = useState(0);
  const percent = SIZES[size] ?? 100;
  const turn = (to: number) => to >= 1 && to <= pages && !reading.busy && reading.open(to);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    turn(page + step);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the two buttons inside
    <div onKeyDown={onKeyDown}>
      <Group justify="space-between" gap="xs" className={classes.turns ?? ''}>
        <Turns {...{ reading, page, pages, turn }} />
        <Sizes size={size} onSize={setSize} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconEyeOff size={16} aria-hidden />}
          onClick={reading.close}
        >
          {text.close}
        </Button>
      </Group>
      {reading.address && (
        // biome-ignore lint/a11y/useSemanticElements: a place that scrolls, not a set of fields
        <div
          className={`${classes.frame} ${size > 0 ? classes.enlarged : ''}`}
          role="group"
          aria-label={text.place}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
          tabIndex={0}
        >
          <img
            src={reading.address}
            alt={text.page(page, pages)}
            className={classes.picture}
            style={{ width: `${percent}%` }}
            draggable={false}
            onContextMenu={(event) => event.preventDefault()}
          />
        </div>
      )}
    </div>
  );
}

type TurnsProps = OpenPageProps & { readonly turn: (to: number) => void };

function Turns({ reading, page, pages, turn }: TurnsProps) {
  const text = useText(readingText);
  const now = reading.busy ? text.opening : text.page(page, pages);
  if (pages === 1) return <span role="status">{now}</span>;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        disabled={page <= 1 || reading.busy}
        onClick={() => turn(page - 1)}
      >
        {text.previous}
      </Button>
      <Button
        variant="default"
        size="xs"
        rightSection={<IconArrowRight size={16} aria-hidden />}
        disabled={page >= pages || reading.busy}
        onClick={() => turn(page + 1)}
      >
        {text.next}
      </Button>
      <span role="status">{now}</span>
    </Group>
  );
}

type SizesProps = { readonly size: number; readonly onSize: (size: number) => void };

function Sizes({ size, onSize }: SizesProps) {
  const text = useText(readingText);
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconZoomOut size={16} aria-hidden />}
        disabled={size === 0}
        onClick={() => onSize(size - 1)}
      >
        {text.smaller}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconZoomIn size={16} aria-hidden />}
        disabled={size === SIZES.length - 1}
        onClick={() => onSize(size + 1)}
      >
        {text.larger}
      </Button>
      <span role="status">{text.size(SIZES[size] ?? 100)}</span>
    </Group>
  );
}
