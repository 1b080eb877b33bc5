/** What was proposed or determined, in words: the same on the document page and when deciding. */
import type { DocumentView } from '../../../contract/access.ts';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { useLanguage } from '../../text/language.ts';
import { showDate } from '../../text/moment.ts';
import { FactList } from '../page/fact-list.tsx';
import classes from './document-parts.module.css';
import { documentTypeName, useFormOptions } from './form-options.ts';
import { GuideItemView, useGuideAddress } from './guide-item-view.tsx';
import { termsText } from './terms-text.ts';

type Terms = NonNullable<DocumentView['terms']>;

export function TermsFacts({ terms }: { readonly terms: Terms }) {
  const text = useText(termsText);
  const common = useText(commonText);
  const language = useLanguage();
  const options = useFormOptions().data;
  const { shorterPeriod, summary, copyingAllowed } = terms;
  return (
    <>
      <FactList
        facts={[
          { name: text.type, value: documentTypeName(options, terms.documentType, language) },
          { name: text.summary, value: summary ?? text.noSummary },
          { name: text.circulation, value: terms.circulation },
          { name: text.recipients, value: terms.recipients.join('; ') },
          { name: text.copies, value: String(terms.copies) },
          { name: text.copying, value: copyingAllowed ? common.yes : text.noCopying },
          {
            name: text.shorter,
            value: shorterPeriod && text.until(showDate(shorterPeriod.until)),
          },
        ]}
      />
      <div className={classes.wide}>
        <GuideOfTerms terms={terms} />
      </div>
    </>
  );
}

function GuideOfTerms({ terms }: { readonly terms: Terms }) {
  const text = useText(termsText);
  const address = useGuideAddress();
  const options = useFormOptions().data;
  const item = options?.guideItems.find(({ ref }) => ref === terms.guideItem);
  return (
    <FactList
      facts={[
        {
          name: text.guide,
          value: item ? (
            <GuideItemView item={item} />
          ) : terms.guideItem ? (
            address(terms.guideItem)
          ) : (
            text.noGuide
          ),
        },
      ]}
    />
  );
}
