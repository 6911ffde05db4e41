import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createQuietTask } from '../../../src/build/quiet-task.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('work is done once it has been quiet for long enough, and once however often it was asked for', () => {
  const work = vi.fn();
  const task = createQuietTask(1000, work);
  vi.advanceTimersByTime(5000);
  expect(work).not.toHaveBeenCalled();
  task.run();
  task.run();
  vi.advanceTimersByTime(999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5000);
  task.interrupt()();
  vi.advanceTimersByTime(5000);
  expect(work).toHaveBeenCalledOnce();
});

test('work waits for the end of everything more urgent', () => {
  const work = vi.fn();
  const task = createQuietTask(1000, work);
  task.run();
  const [one, other] = [task.interrupt(), task.interrupt()];
  one();
  vi.advanceTimersByTime(5000);
  expect(work).not.toHaveBeenCalled();
  other();
  vi.advanceTimersByTime(999);
  task.interrupt()();
  vi.advanceTimersByTime(999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
});
