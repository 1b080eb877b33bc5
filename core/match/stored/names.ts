/**
 * The names of the documents by number, in typed arrays: a million strings and a map of them would
 * take longer to restore than the rest of an index, and could not be shared between threads.
 */
import { grown } from '../growth.ts';
import { mix } from '../shingle.ts';

const LEAST_SLOTS = 64;

export class Names {
  /** How many numbers were given; removed names keep theirs. */
  count = 0;
  private units = new Uint16Array(1024);
  private ends = new Uint32Array(64);
  /** By hash of the name: number and one, or 0; open addressing. */
  private slots = new Uint32Array(LEAST_SLOTS);

  get bytes(): number {
    return this.units.byteLength + this.ends.byteLength + this.slots.byteLength;
  }

  nameOf(number: number): string {
    const end = this.ends[number] as number;
    let name = '';
    for (let at = this.startOf(number); at < end; at++) {
      name += String.fromCharCode(this.units[at] as number);
    }
    return name;
  }

  /** Gives the name the next number, whether or not it has one already. */
  add(name: string): number {
    const number = this.count++;
    const start = this.startOf(number);
    this.units = grown(this.units, start + name.length);
    this.ends = grown(this.ends, number + 1);
    for (let at = 0; at < name.length; at++) this.units[start + at] = name.charCodeAt(at);
    this.ends[number] = start + name.length;
    if (this.count * 2 > this.slots.length) this.enterAll();
    else this.enter(number, name);
    return number;
  }

  /** The number given last to the name; -1 when it has none. */
  find(name: string): number {
    const last = this.slots.length - 1;
    let found = -1;
    for (let slot = hashOf(name) & last; this.slots[slot] !== 0; slot = (slot + 1) & last) {
      const number = (this.slots[slot] as number) - 1;
      if (number > found && this.isNamed(number, name)) found = number;
    }
    return found;
  }

  private startOf(number: number): number {
    return number === 0 ? 0 : (this.ends[number - 1] as number);
  }

  private isNamed(number: number, name: string): boolean {
    const start = this.startOf(number);
    if ((this.ends[number] as number) - start !== name.length) return false;
    for (let at = 0; at < name.length; at++) {
      if (this.units[start + at] !== name.charCodeAt(at)) return false;
    }
    return true;
  }

  private enter(number: number, name: string): void {
    const last = this.slots.length - 1;
    let slot = hashOf(name) & last;
    while (this.slots[slot] !== 0) slot = (slot + 1) & last;
    this.slots[slot] = number + 1;
  }

  private enterAll(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let number = 0; number < this.count; number++) this.enter(number, this.nameOf(number));
  }
}

function hashOf(name: string): number {
  let hash = name.length;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash, 0x01000193) ^ name.charCodeAt(at);
  return mix(hash);
}
