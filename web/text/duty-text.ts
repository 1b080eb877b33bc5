import { DUTY_TEXTS } from '../../contract/text/duty-text.ts';
import { catalogue } from './catalogue.ts';

export const dutyText = catalogue(DUTY_TEXTS);
