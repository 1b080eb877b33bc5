/** A text that is compared with protected content while it is typed. */
import { Textarea } from '@mantine/core';
import { useText } from '../../text/catalogue.ts';
import classes from './request.module.css';
import { requestText } from './request-text.ts';
import { useTypingTip } from './use-typing-tip.ts';

export type CheckedTextareaProps = {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly rows?: number;
  readonly onType: (text: string) => void;
};

const MOST_CHARACTERS = 2_000_000;

export function CheckedTextarea({ rows = 14, onType, ...rest }: CheckedTextareaProps) {
  return (
    <div>
      <Textarea
        {...rest}
        rows={rows}
        maxLength={MOST_CHARACTERS}
        spellCheck={false}
        autoComplete="off"
        mb="xs"
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Tip text={rest.value} />
    </div>
  );
}

function Tip({ text }: { readonly text: string }) {
  const words = useText(requestText);
  const { state, paragraphs } = useTypingTip(text);
  const isTouching = paragraphs.length > 0;
  return (
    <div aria-live="polite">
      {state !== 'nothing' && (
        <div className={`${classes.tip} ${isTouching ? classes.touches : ''}`}>
          {isTouching ? words.tip.touches : words.tip[state]}
          {paragraphs.slice(0, 3).map((paragraph) => (
            <blockquote key={paragraph}>{shortened(paragraph)}</blockquote>
          ))}
        </div>
      )}
    </div>
  );
}

const SHOWN = 160;
const shortened = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
