import { join } from 'node:path';
import { expect, test } from 'vitest';

import { refuseIncompleteParts } from '../../../../src/build/spans/joined-parts.ts';
import { digestPartCode, readPart, writePart } from '../../../../src/build/spans/part.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

test('a join for which Node.js may not take enough memory is refused, with the way to let it', async () => {
  const root = await makeFolder({ 'articles/1984/a.md': '' });
  const part = join(root, 'part');
  const written = {
    span: '1980-1989',
    code: digestPartCode(),
    archive: 'https://example.org/',
    articles: 1000,
  };
  await writePart(part, written);
  expect(readPart(part)).toEqual(written);
  await expect(refuseIncompleteParts([part], root)).resolves.toBeDefined();
  await writePart(part, { ...written, articles: 20_000_000 });
  await expect(refuseIncompleteParts([part], root)).rejects.toThrow(
    /^To join 20,000,000 articles, some 130\.0 GB of memory are needed, and Node\.js takes [\d.]+ GB at most\..* NODE_OPTIONS=--max-old-space-size=130000 npm run build -- --join …$/,
  );
});

test('years of which there is no part are told as spans', async () => {
  const articles = ['1950/a', '1951/a', '1952/a', '1960/a', '1984/a', 'undated/a'];
  const root = await makeFolder(Object.fromEntries(articles.map((id) => [`articles/${id}.md`, ''])));
  const part = join(root, 'part');
  await writePart(part, {
    span: '1980-1989',
    code: digestPartCode(),
    archive: 'https://example.org/',
    articles: 1,
  });
  await expect(refuseIncompleteParts([part], root)).rejects.toThrow(
    ['1950-1952', '1960', 'undated']
      .map(
        (span) =>
          `The articles of ${span} are in none of the parts. Build them: npm run build -- --span ${span}`,
      )
      .join('\n  '),
  );
});
