/** One item of the guide as a person judges it: where it stands, what it says, when it ends. */
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { LevelMark } from '../law/level-mark.tsx';
import { Badge } from '../state/state-badge.tsx';
import classes from './document-parts.module.css';
import { fieldName, type GuideItemOption, useFormOptions } from './form-options.ts';
import { guideText } from './guide-text.ts';

export function useGuideAddress(): (ref: string) => string {
  const text = useText(guideText);
  return (ref) => {
    const [decision = ref, mark = ''] = ref.split(':');
    // A running mark stands for an item whose article and clause are not known.
    return /^x\d+$/.test(mark) ? text.unplaced(decision, mark) : text.decision(decision, mark);
  };
}

export function GuideItemView({ item }: { readonly item: GuideItemOption }) {
  const text = useText(guideText);
  const language = useLanguage();
  const options = useFormOptions();
  const address = useGuideAddress();
  const tone = item.certainty === 'confirmed' ? 'done' : 'waiting';
  return (
    <span className={classes.guide}>
      <span className={classes.guideHead}>
        <strong>{address(item.ref)}</strong>
        <LevelMark level={item.level} />
        <span title={text.certaintyHint}>
          <Badge tone={tone}>{text.certainty[item.certainty]}</Badge>
        </span>
      </span>
      <span>{item[language]}</span>
      <span className={classes.soft}>
        {fieldName(options.data, item.field, language)}
        {item.condition !== 'none' && ` · ${text.condition[item.condition]}`}
      </span>
    </span>
  );
}
