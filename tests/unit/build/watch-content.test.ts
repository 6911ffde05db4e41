import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

import { watchContent } from '../../../src/build/watch-content.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('what has changed before anybody listens is told, and each change after that', async () => {
  const root = await makeFolder({ 'about.md': 'one' });
  const changes = watchContent([root]);
  onTestFinished(changes.end);
  await writeFile(join(root, 'about.md'), 'two');
  const onError = vi.fn();
  // Events come in turns of their own.
  await vi.waitFor(() => {
    const onChange = vi.fn();
    changes.listen(onChange, onError);
    expect(onChange).toHaveBeenCalledOnce();
  });
  const onChange = vi.fn();
  changes.listen(onChange, onError);
  onChange.mockClear();
  await writeFile(join(root, 'about.md'), 'three');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  expect(onError).not.toHaveBeenCalled();
});

test('nothing is told of folders that have not changed', async () => {
  const changes = watchContent([await makeFolder({ 'about.md': 'one' })]);
  onTestFinished(changes.end);
  const onChange = vi.fn();
  changes.listen(onChange, vi.fn());
  expect(onChange).not.toHaveBeenCalled();
});
