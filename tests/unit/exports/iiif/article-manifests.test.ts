import { Maniiifest } from 'maniiifest';
import { describe, expect, test } from 'vitest';

import { listArticleManifests } from '../../../../src/exports/iiif/article-manifests.ts';
import type { MediaFile } from '../../../../src/records/media/inspect-media.ts';
import { makeArchive } from '../../archive/entries.ts';

const sha256 = '0'.repeat(64);
const page: MediaFile = {
  sha256,
  kind: 'picture',
  type: 'image/png',
  extension: '.png',
  size: 1,
  width: 3000,
  height: 4200,
  frames: 1,
};
const facsimiles = [
  { file: 'p.png', sha256, label: 'Page 3', region: ['pct:10,50,20,25', '300,420,600,420'], credit: 'Post' },
];
const archive = makeArchive({
  media: new Map([['p.png', page]]),
  articles: { '2021/07/18/a': { date: '2021-07-18', language: 'de', facsimiles }, '2021/07/17/b': {} },
});

/** Every object of a manifest that has an id, by its type. */
function listResources(value: unknown): { id: string; type: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && 'type' in value ? [value as { id: string; type: string }] : [];
  return [...own, ...Object.values(value).flatMap(listResources)];
}

describe('a manifest (IIIF Presentation API 3.0)', async () => {
  const [file, ...others] = listArticleManifests(archive);
  const manifest = JSON.parse(String(await file?.prepare().content())) as {
    id: string;
    items: {
      width: number;
      height: number;
      items: [{ items: [{ target: string; body: object }] }];
      annotations: [{ items: { target: string }[] }];
    }[];
  };

  test('is of each article with printed pages, beside it', () => {
    expect([file?.path, others]).toEqual(['articles/2021/07/18/a/manifest.json', []]);
    expect(manifest).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: 'https://example.org/articles/2021/07/18/a/manifest.json',
      type: 'Manifest',
      label: { de: ['2021/07/18/a'] },
    });
  });

  test('is accepted by a parser that refuses what the specification does not allow', () => {
    const read = new Maniiifest(manifest);
    expect(read.getSpecificationType()).toBe('Manifest');
    expect([...read.iterateManifestCanvas()]).toHaveLength(1);
    const wrong = structuredClone(manifest);
    delete (wrong as Partial<typeof manifest>).id;
    expect(() => new Maniiifest(wrong)).toThrow();
  });

  test('has a canvas for each page, painted with its largest picture', () => {
    const [canvas] = manifest.items;
    expect(canvas).toMatchObject({ type: 'Canvas', width: 3000, height: 4200, label: { none: ['Page 3'] } });
    expect(canvas?.items[0].items[0].body).toEqual({
      id: expect.stringMatching(/^https:\/\/example\.org\/media\/[0-9a-f]{16}-3000\.jpg$/) as string,
      type: 'Image',
      format: 'image/jpeg',
      width: 3000,
      height: 4200,
    });
  });

  test('says where on the page the article stands, in pixels', () => {
    expect(manifest.items[0]?.annotations[0].items.map(({ target }) => target.split('#')[1])).toEqual([
      'xywh=300,2100,600,1050',
      'xywh=300,420,600,420',
    ]);
  });

  test('has absolute, unique ids for all resources that it defines', () => {
    const resources = listResources(manifest);
    for (const { id } of resources) expect(id).toMatch(/^https:\/\/example\.org\//);
    const defined = resources.filter(({ type }) => !['Image', 'Text'].includes(type)).map(({ id }) => id);
    expect(new Set(defined).size).toBe(defined.length);
  });
});
