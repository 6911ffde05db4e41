import { join } from 'node:path';
import { expect, test } from 'vitest';

import { createTextKeeper } from '../../../src/build/keep-texts.ts';
import { readContent } from '../../../src/build/read.ts';
import { openCache } from '../../../src/system/cache.ts';
import { change, makeContent, record } from '../../support/content-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const file = 'articles/2021/fog.md';
const tags = ['people: []', 'places: []', 'topics: []'];
const fog = (text: string) =>
  record('title: Fog', 'date: 2021', ...tags).replace('The ferry left Norhaven at noon.', text);

test('a text that has not changed is kept, and one that has is replaced, in an archive and in a federation', async () => {
  const root = await makeContent({ [file]: fog('Thick.') });
  const cache = openCache(await makeFolder());
  const keep = createTextKeeper();
  /** As in development, after an update: files that are known not to have changed are not read. */
  const read = async (remembered = new Map<string, [string, string]>()) => {
    const { content, state, digests } = await readContent(root, { allowsRemoval: true, cache, remembered });
    const known = Array.from(digests, ([path, digest]): [string, [string, string]] => [
      path,
      [state.get(path) ?? '', digest],
    ]);
    return { content, remembered: new Map(known) };
  };
  const textOf = ({ articles }: Awaited<ReturnType<typeof read>>['content']) =>
    articles.find(({ id }) => id === '2021/fog')?.body;

  const first = await read();
  const federated = (content: typeof first.content) => ({
    ...content,
    federated: [{ name: 'Here', root, content }],
  });
  const before = textOf(first.content);
  keep(federated(first.content));
  const second = await read(first.remembered);
  const kept = keep(federated(second.content));
  await change(root, { [file]: '---\n' });
  expect(() => textOf(second.content)).toThrow(join(root, file));
  expect(textOf(kept)).toBe(before);
  expect(kept.federated?.map(({ content }) => textOf(content))).toEqual([before]);
  await change(root, { [file]: fog('Thin.') });
  const third = keep(federated((await read(second.remembered)).content));
  expect(textOf(third)).not.toBe(before);
});
