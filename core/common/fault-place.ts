/**
 * What of anything thrown may stand in a log: the name of the fault and the places in our code.
 * Never its message: that may quote what a person typed or a document says, over several lines.
 */
import { Fault } from './fault.ts';

const MOST_PLACES = 3;

export function placeOf(thrown: unknown): string {
  const name = thrown instanceof Fault ? thrown.code : thrown instanceof Error ? thrown.name : '?';
  return [name, ...placesOf(thrown)].join('\n');
}

function placesOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error)) return [];
  const { stack = '', message } = thrown;
  const at = stack.indexOf(message);
  // A stack that does not begin as the engine writes it says nothing about where its words end.
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, MOST_PLACES);
}
