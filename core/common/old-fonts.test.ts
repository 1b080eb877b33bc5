import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertOldFonts, fromTcvn3, fromVni } from './old-fonts.ts';

const PLAIN = 'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc';
const TCVN3 = 'Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc';
const VNI = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc';

test('what was typed in an old font is read as its font showed it', () => {
  assert.equal(fromTcvn3(TCVN3), PLAIN);
  assert.equal(fromVni(VNI), PLAIN);
  assert.deepEqual(convertOldFonts(TCVN3), { text: PLAIN, font: 'tcvn3' });
  assert.deepEqual(convertOldFonts(VNI), { text: PLAIN, font: 'vni' });
});

test('of a mixed text only the old lines change, the short ones too', () => {
  const mixed = [`Ghi chú: ${PLAIN}`, TCVN3, 'B¸o c¸o', 'Tr¸nh', 'Table 1', '', PLAIN].join('\n');
  const wanted = [`Ghi chú: ${PLAIN}`, PLAIN, 'Báo cáo', 'Tránh', 'Table 1', '', PLAIN].join('\n');
  assert.deepEqual(convertOldFonts(mixed), { text: wanted, font: 'tcvn3' });
});

test('text in Unicode stays byte for byte, in any language', () => {
  for (const text of [
    PLAIN,
    PLAIN.toUpperCase(),
    PLAIN.normalize('NFD'),
    'Où est passé le café près de la forêt? Très bien, merci, à bientôt, garçon. Noël, naïf, œuvre.',
    'Größe, Straße, über, schön, Mädchen, Füße: für die Wähler im früheren Österreich.',
    'El niño comió piñas en el jardín; ¿dónde está el señor Núñez? ¡Qué día más pequeño!',
    'Temperatur 20°C ± 1, §3, «Nghị định» · 5 µm × 10 µm ¼ cốc sữa, Đường Nguyễn Huệ',
    '日本語 и русский ¶ αβγ',
    '',
  ]) {
    assert.deepEqual(convertOldFonts(text), { text, font: null }, text);
  }
});

test('a long text takes time in proportion to its length', () => {
  const timeOf = (text: string): number => {
    const began = process.cpuUsage().user;
    convertOldFonts(text);
    return process.cpuUsage().user - began;
  };
  const hostile = ['ä'.repeat(500_000), 'aä '.repeat(300_000), 'ä\n'.repeat(300_000)];
  for (const text of hostile) assert.ok(timeOf(text) < 4_000_000, text.slice(0, 9));
});
