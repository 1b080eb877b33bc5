/** The law's tables and the house's people, and names for their codes in the reader's language. */
import { type FormOptions, formOptions } from '../../../contract/people.ts';
import { useRead } from '../../api/use-api.ts';
import type { Language } from '../../text/language.ts';

export type GuideItemOption = FormOptions['guideItems'][number];

export const useFormOptions = () => useRead(formOptions, {});

/** Code, name and language: a code that the tables lack is shown as it is. */
export const documentTypeName = (
  options: FormOptions | undefined,
  code: string,
  language: Language,
): string => options?.documentTypes.find((type) => type.code === code)?.[language] ?? code;

export const fieldName = (
  options: FormOptions | undefined,
  code: string,
  language: Language,
): string => options?.fields.find(({ field }) => field === code)?.[language] ?? code;
