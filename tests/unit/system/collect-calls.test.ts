import { expect, test, vi } from 'vitest';

import { collectCalls } from '../../../src/system/collect-calls.ts';

test('calls of one turn are done together, and each has its own result', async () => {
  const run = vi.fn(async (all: readonly number[]) => all.map((number) => number * 10));
  const call = collectCalls(run);
  expect(await Promise.all([call(1), call(2), call(3)])).toEqual([10, 20, 30]);
  expect(await call(4)).toBe(40);
  expect(run.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
});

test('all of them fail when what they are done by fails, and later ones do not', async () => {
  const run = vi.fn(async (all: readonly string[]) => all);
  run.mockRejectedValueOnce(new Error('It has ended.'));
  const call = collectCalls(run);
  const settled = await Promise.allSettled([call('a'), call('b')]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await call('c')).toBe('c');
});
