/**
 * Prints the tables of the law and the rules for people who read no code, into `docs/printed`.
 * Every cell of a permission grid is asked of the rule itself. A stale paper fails the tests.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessGrid } from './grids/access-grid.ts';
import { authorityGrid } from './grids/authority-grid.ts';
import { errorList } from './grids/error-list.ts';
import { guideList } from './grids/guide-list.ts';
import { incidentGrid } from './grids/incident-grid.ts';
import { legalMap } from './grids/legal-map.ts';
import { lifecycleGrid } from './grids/lifecycle-grid.ts';
import { publicationGrid } from './grids/publication-grid.ts';
import { watchGrid } from './grids/watch-grid.ts';

const FOLDER = fileURLToPath(new URL('../docs/printed/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
for (const { file, text } of [
  lifecycleGrid(),
  publicationGrid(),
  watchGrid(),
  authorityGrid(),
  accessGrid(),
  incidentGrid(),
  legalMap(),
  guideList(),
  errorList(),
]) {
  writeFileSync(FOLDER + file, text);
}
