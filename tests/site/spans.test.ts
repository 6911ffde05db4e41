import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { generateCorpus } from '../bench/corpus.ts';
import { sumFiles } from '../support/read-site.ts';
import { makeSpannedArchive, spans, type SpannedArchive } from './spanned-archive.ts';
import type { IndexVersion } from '../../src/search/text-index/text-index.ts';

// An archive of so many articles that its index has parts in each span and across them. What depends on no number of
// articles is tested with few: see spans-again.test.ts.

let archive: SpannedArchive;

beforeAll(async () => {
  archive = await makeSpannedArchive(async (content) => {
    await generateCorpus(content, { articles: 2400, seed: 30 });
    await cp('tests/fixtures/variety', content, { recursive: true });
  });
});

afterAll(() => archive.remove());

describe('an archive that is built in spans', () => {
  test('is byte for byte what one build makes', async () => {
    expect(await archive.join()).toMatchObject({ code: 0 });
    const joined = await sumFiles(archive.site);
    expect(joined).toEqual(await archive.sumWhole());
    expect(Object.keys(joined).length).toBeGreaterThan(3000);
    expect(await readFile(join(archive.site, 'articles/2001/05/02/again/index.html'), 'utf8')).toContain(
      'href="/articles/1950/03/01/lighthouse/"',
    );
  });

  test('is rendered and indexed in its parts, and hardly in the join', async () => {
    const made = await readdir(join(cacheFolder(archive.content), 'search'));
    const inParts = await Promise.all(
      spans.map((span) => readdir(join(archive.folderOf(span), 'search')).catch(() => [])),
    );
    expect(inParts.flat().length).toBeGreaterThan(0);
    // One at each end, one for each place at which two spans meet, and one more.
    expect(made.length).toBeLessThanOrEqual(spans.length + 2);
    const { parts } = JSON.parse(
      await readFile(join(archive.site, 'pagefind/version.json'), 'utf8'),
    ) as IndexVersion;
    // The one with a link into another span is made again, now that it is known where that leads.
    expect(made.length + inParts.flat().length).toBe(parts.length + 1);
  });
});
