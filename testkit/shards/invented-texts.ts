/** Many documents and articles that share no wording but what the test lets them. All invented. */

const SYLLABLES =
  'bàn bến bình cảng cầu chanh chòi dốc đào đầm đình đò đồi gạo gềnh giếng hầm hẻm hồ kênh khe ' +
  'kho lán lạch làng lều mái mỏm mương nà nậm ngõ ngòi nhà núi ổ phà phên quán rạch rẫy rừng sân ' +
  'sảnh sông suối tháp thềm thung tràm trạm trại vịnh vực xã xóm xưởng yên ao bãi bờ bưng cồn cù ' +
  'đảo ghềnh gò hang hói lò mom nương phá rú sình trảng truông ụ vàm vũng xẻo xoáy ấp bản buôn';

/** Mulberry32: a failure repeats from its seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sentences of words in no order that anybody ever wrote. */
export function inventedText(seed: number, sentences: number): string {
  const random = seeded(seed * 7_919 + 1);
  const words = SYLLABLES.split(' ');
  const sentence = (): string => {
    const count = 18 + Math.floor(random() * 8);
    const some = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]);
    const text = some.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: sentences }, sentence).join(' ');
}

export const sentenceOf = (text: string, number: number): string =>
  `${text.split('. ')[number]?.replace(/\.$/, '') ?? ''}.`;

/** Two texts that say the same in other words: seconds of work for whoever compares them. */
export function longPair(sentences: number): { readonly document: string; readonly text: string } {
  const document = inventedText(1, sentences).replace(/(\p{Ll}+) (\p{Ll}+)/gu, '$1$2');
  const retold = (sentence: string): string =>
    sentence
      .split(' ')
      .map((word, at) => (at % 4 === 0 ? `x${word}` : word))
      .reverse()
      .join(' ');
  const text = document.slice(0, 190_000).split('. ').map(retold).join('. ');
  return { document, text: text.slice(0, 200_000) };
}
