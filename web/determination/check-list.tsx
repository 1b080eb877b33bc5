/** What a careful person looks at before deciding; a help for the eye, the server decides. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { DocumentView } from '../../contract/access.ts';
import type { FormOptions } from '../../contract/people.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { Loaded } from '../ui/state/loaded.tsx';
import { decideText } from './decide-text.ts';
import classes from './proposal.module.css';

type CheckName = keyof (typeof decideText)['vi']['check'];

/** True when met. A check that does not concern the proposal is left out. */
function checksOf(
  { terms, content, drafter }: DocumentView,
  options: FormOptions,
  me: string,
): Partial<Record<CheckName, boolean>> {
  const item = options.guideItems.find(({ ref }) => ref === terms?.guideItem);
  const field = options.fields.find((each) => each.field === item?.field);
  const isTop = terms?.level === 'tuyet-mat';
  return {
    guide: item !== undefined,
    level: item !== undefined && item.level === terms?.level,
    ...(item && item.condition !== 'none' && { condition: terms?.conditionAttested === true }),
    ...(isTop && { top: field?.allowsTopLevel === true }),
    apart: drafter?.personId !== me,
    content: content !== null,
  };
}

export function CheckList({ view }: { readonly view: DocumentView }) {
  return (
    <Loaded query={useFormOptions()}>
      {(options) => <Checks view={view} options={options} />}
    </Loaded>
  );
}

type ChecksProps = { readonly view: DocumentView; readonly options: FormOptions };

function Checks({ view, options }: ChecksProps) {
  const text = useText(decideText);
  const checks = checksOf(view, options, useViewer().personId);
  return (
    <>
      <ul className={classes.checks}>
        {Object.entries(checks).map(([name, isMet]) => (
          <li key={name} className={`${classes.check} ${isMet ? classes.met : classes.unmet}`}>
            {isMet ? (
              <IconCheck size={18} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} aria-hidden />
            )}
            <span>
              {text.check[name as CheckName]}
              <span className="np-unseen">: {isMet ? text.good : text.bad}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{text.serverChecks}</p>
    </>
  );
}
