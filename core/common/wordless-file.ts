/**
 * Files of a web site that hold no words to compare: looks, fonts, icons, sound, film. Told by the
 * end of the name alone, so it holds for what an agency builds itself, never for what comes in.
 */
const WITHOUT_WORDS = /\.(css|woff2?|ttf|otf|eot|ico|cur|mp[34]|m4[av]|webm|og[gv]|wav|mov)$/i;

export const holdsNoWords = (name: string): boolean => WITHOUT_WORDS.test(name);
