import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REGISTERS } from '../../core/numbering/series.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { registerColumnText } from './register-columns.ts';

test('the screen has the columns of the bound book, in order and under their titles', () => {
  for (const register of REGISTERS)
    for (const language of ['vi', 'en'] as const) {
      const book = vn2026.registerBooks[register].columns.map((each) => [
        each.code,
        each[language],
      ]);
      assert.deepEqual(Object.entries(registerColumnText[language][register]), book);
    }
});
