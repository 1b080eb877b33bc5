/** What the clerk has typed of an arriving envelope so far, and how it goes over the wire. */
import type { z } from 'zod';
import type { receiveDocument, SEAL_CONDITIONS } from '../../contract/registry.ts';
import type { Level } from '../../core/level/level.ts';

export type Seal = (typeof SEAL_CONDITIONS)[number];

export type ArrivalValues = {
  readonly level: Level | null;
  readonly issuingBody: string;
  readonly receivedOn: string | null;
  readonly seal: Seal;
  readonly urgent: boolean;
  readonly isNamed: boolean;
  readonly addressee: string;
  readonly documentType: string;
  readonly symbol: string;
  readonly datedOn: string | null;
  readonly summary: string;
  readonly copyingAllowed: boolean;
  readonly receiver: string;
  readonly copies: number | string;
  readonly note: string;
};

export const emptyArrival = (today: string): ArrivalValues => ({
  level: null,
  issuingBody: '',
  receivedOn: today,
  seal: 'intact',
  urgent: false,
  isNamed: false,
  addressee: '',
  documentType: '',
  symbol: '',
  datedOn: null,
  summary: '',
  copyingAllowed: false,
  receiver: '',
  copies: 1,
  note: '',
});

export type ArrivalField = keyof ArrivalValues;

/** Fields that are still empty or wrong; nothing is sent before there are none. */
export function gapsOf(values: ArrivalValues): readonly ArrivalField[] {
  const empty = (field: ArrivalField): boolean => {
    const value = values[field];
    return value === null || (typeof value === 'string' && value.trim() === '');
  };
  const outside = ['level', 'issuingBody', 'receivedOn', 'receiver'] as const;
  const inside = ['documentType', 'symbol', 'datedOn'] as const;
  const summary = values.level === 'tuyet-mat' ? [] : (['summary'] as const);
  const copies = Number(values.copies);
  return [
    ...outside.filter(empty),
    ...(values.isNamed ? (['addressee'] as const) : [...inside, ...summary]).filter(empty),
    ...(Number.isInteger(copies) && copies >= 1 ? [] : (['copies'] as const)),
  ];
}

/** A named envelope stays closed: nothing of its inside is named; Tuyệt mật has no summary. */
export function arrivalOf(values: ArrivalValues): z.input<typeof receiveDocument.body> | null {
  const { level, receivedOn, datedOn, isNamed, documentType, symbol, copyingAllowed } = values;
  if (!level || !receivedOn || (!isNamed && !datedOn)) return null;
  return {
    level,
    issuingBody: values.issuingBody.trim(),
    receivedOn,
    envelope: {
      addressee: isNamed ? values.addressee.trim() : null,
      seal: values.seal,
      urgent: values.urgent,
    },
    content:
      isNamed || !datedOn
        ? null
        : {
            documentType,
            symbol: symbol.trim(),
            datedOn,
            summary: level === 'tuyet-mat' ? null : values.summary.trim(),
            copyingAllowed,
          },
    receiver: values.receiver.trim(),
    copies: Number(values.copies),
    note: values.note.trim(),
  };
}
