/** Calls that are kept out of a room (`CALL_RULES`), and tests that do not count. */
import { CALL_RULES } from '../house.ts';
import { type Finding, isTest, type Source } from '../source-tree.ts';

export function findBannedCalls(source: Source): Finding[] {
  const { path, facts } = source;
  if (isTest(path)) return [];
  const rules = CALL_RULES.filter((rule) => rule.where.test(path) && !rule.but?.test(path));
  return facts.uses.flatMap(({ name, line }) => {
    const rule = rules.find((each) => each.call.test(name));
    return rule ? [{ path, line, what: `${name}: ${rule.because}` }] : [];
  });
}

const TEST_CALL = /^(test|it|describe|suite)(\.(only|skip|todo))?$/;

/** A test always runs. One that lacks its material says so while it runs (`t.skip('…')`). */
export function findTestsThatDoNotRun(source: Source): Finding[] {
  if (!isTest(source.path)) return [];
  return source.facts.uses.flatMap(({ name, line, options }) => {
    if (!TEST_CALL.test(name)) return [];
    const option = options.find((each) => /^(only|skip|todo)$/.test(each));
    const asked = /\.(only|skip|todo)$/.exec(name)?.[1] ?? option;
    return asked ? [{ path: source.path, line, what: `a test marked "${asked}"` }] : [];
  });
}
