import { mkdir, readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

import { encodings, listPublishedFiles, listSizes } from '../../../src/archive/media/published-sizes.ts';
import { mapConcurrently } from '../../../src/system/concurrently.ts';

// Makes of every picture of a folder the sizes that a build publishes, with nothing but sharp.

const [from = '', to = ''] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
await mkdir(to, { recursive: true });
await mapConcurrently(await readdir(from), availableParallelism(), async (name) => {
  const bytes = await readFile(join(from, name));
  const picture = sharp(bytes).autoOrient().toColourspace('srgb');
  const { width, height } = await sharp(bytes).metadata();
  for (const size of listPublishedFiles(listSizes({ sha256: name, width, height }, 'picture'))) {
    const resized = picture.clone().resize(size.width, size.height, { fit: 'fill' });
    const encoded = size.format === 'webp' ? resized.webp(encodings.webp) : resized.jpeg(encodings.jpeg);
    await encoded.toFile(join(to, size.name));
  }
});
