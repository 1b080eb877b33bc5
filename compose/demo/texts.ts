/** Writes the invented documents: one to three pages of plain text, each different. */
import { AGENCY } from './agency.ts';
import type { Seeded } from './seeded.ts';
import { FRAME, type Topic, WORDS } from './wording.ts';

export type WrittenText = { readonly title: string; readonly text: string };

const LETTERS = [...'ABCDEGHKLMNPQRSTUVX'];

/** Fills every brace of a template; the same name may come twice with different words. */
function fill(template: string, chance: Seeded): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    switch (name) {
      case 'n':
        return String(chance.number(2, 60));
      case 'p':
        return String(chance.number(51, 97));
      case 'm':
        return String(chance.number(120, 980));
      case 'd':
        return String(chance.number(1, 28));
      case 'c':
        return `${chance.some(LETTERS, 2).join('')}-${chance.number(101, 989)}`;
      default:
        return chance.pick(WORDS[name as keyof typeof WORDS]);
    }
  });
}

export function writeTitle(topic: Topic, chance: Seeded): string {
  return fill(topic.title, chance);
}

/** `extra`: a passage that must stand in this text, word for word. */
export function writeText(
  { topic, title, extra }: { topic: Topic; title: string; extra?: string | undefined },
  chance: Seeded,
): string {
  const headings = chance.some(FRAME.headings, chance.number(2, 4));
  const marked = chance.number(0, headings.length - 1);
  const sections = headings.flatMap((heading, index) => {
    const own = chance.some(topic.sentences, chance.number(3, 5));
    const sentences = own.map((sentence) => fill(sentence, chance));
    if (extra && index === marked) sentences.splice(1, 0, extra);
    return [`${index + 1}. ${heading}`, sentences.join(' '), ''];
  });
  return [
    AGENCY.name.toUpperCase(),
    '',
    title,
    '',
    fill(chance.pick(FRAME.opening), chance),
    '',
    ...sections,
    fill(chance.pick(FRAME.closing), chance),
    '',
  ].join('\n');
}
