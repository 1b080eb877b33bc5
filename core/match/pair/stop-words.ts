/** Words that say nothing of what a text is about: they stand everywhere and come and go freely. */

const ENGLISH =
  'the this that these those you he she it we they me him her us them my your his its our their ' +
  'mine yours who whom whose which what where when why how and or but nor so yet if then than as ' +
  'of in on at by for with from to into onto upon about over under after before between through ' +
  'during against within without among out up down off again further once here there is am are ' +
  'was were be been being have has had having do does did doing will would shall should can ' +
  'could may might must not no only own same such too very just also more most less least much ' +
  'many few other another any some each every all both either neither one two first an ll re ve ' +
  'don ones because while until since although though however therefore thus even still ever ' +
  'never now well like get got make made new say said see';

const VIETNAMESE =
  'va cua co la cac cho duoc trong khong nhung voi de nay do khi tu den theo ve tai nguoi da se ' +
  'dang bi mot o ra vao len xuong cung con hay hoac nhu thi ma nen vi boi do neu tren duoi truoc ' +
  'sau giua ngoai moi tung rat qua lai roi chi cai viec su nhieu it hon nhat phai can nao gi ai ' +
  'day kia ay the rang tuy song nhung bang qua cung vua deu hai ba so lam';

export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(ENGLISH.split(' '));
export const VIETNAMESE_STOP_SYLLABLES: ReadonlySet<string> = new Set(VIETNAMESE.split(' '));
