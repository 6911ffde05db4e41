import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';

import { createRandom, type Random } from '../../src/system/random.ts';
import { listPage, storyPage } from '../support/crawl/paper-site.ts';
import { page, redirect, writeRecord, type TestRecord } from '../support/crawl/make-warc.ts';

const site = 'https://paper.example';
/** Pictures for each article: one that it shows, and others. */
const pictures = 4;

/**
 * Writes a crawl for measuring (WARC, each record compressed): of each article the page, the redirect from its old address,
 * its picture, and pictures that no page shows; between them lists, older captures, requests and metadata. The same
 * arguments give the same file.
 *
 * @param bytes about how long the file is to be
 * @returns how many articles it has
 */
export async function writeCrawl(file: string, bytes: number): Promise<number> {
  const random = createRandom(1);
  const noise = await makeNoise(random);
  const stream = createWriteStream(file);
  let [articles, written] = [0, 0];
  for (; written < bytes; articles++)
    for (const record of recordsOf(articles, noise, random)) {
      const packed = gzipSync(writeRecord(record), { level: 1 });
      written += packed.length;
      if (!stream.write(packed)) await once(stream, 'drain');
    }
  stream.end();
  await finished(stream);
  return articles;
}

/** A picture that does not get smaller by compression. */
async function makeNoise(random: Random): Promise<Buffer> {
  const [width, height] = [120, 110];
  const raw = Buffer.from(Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)));
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

function* recordsOf(number: number, noise: Buffer, random: Random): Iterable<TestRecord> {
  const path = `/2015/11/story-${number}/`;
  const paragraphs = Array.from({ length: 12 }, () => say(60, random));
  const figure = `<figure><img src="/media/${number}-0.png" alt="A view."></figure>`;
  const date = '2015-11-03T08:30:00+01:00';
  const html = storyPage({ path, title: `Story ${say(5, random)} ${number}`, date, paragraphs, figure });
  const links = Array.from(
    { length: 150 },
    (_, index) => `<li><a href="/topic/${index}/">Topic ${index}</a></li>`,
  );
  const whole = html.replace('</nav>', `<ul>${links.join('\n')}</ul></nav>`);
  yield redirect(`${site}/?p=${number}`, path);
  yield { type: 'request', url: site + path, body: 'GET' };
  yield page(site + path, whole.replace('</h1>', ' (first version)</h1>'), { date: '2019-01-01T00:00:00Z' });
  yield page(site + path, whole);
  yield { type: 'metadata', url: site + path, body: 'via: x' };
  for (let index = 0; index < pictures; index++) {
    // Each is another file.
    const body = Buffer.concat([noise, Buffer.from(`${number}-${index}`)]);
    yield {
      url: `${site}/media/${number}-${index}.png`,
      http: { fields: { 'Content-Type': 'image/png' } },
      body,
    };
  }
  if (number % 5 === 0) yield page(`${site}/category/town/page/${number}/`, listPage(`Town ${number}`));
}

function say(words: number, random: Random): string {
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  return `${Array.from({ length: words }, word).join(' ')}.`;
}

const syllables = [...'bcdfghlmnprstv'].flatMap((start) =>
  ['a', 'en', 'i', 'or', 'u'].map((end) => start + end),
);
