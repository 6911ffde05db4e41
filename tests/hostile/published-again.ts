import { mkdir, cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { nameSourceText } from '../../src/archive/find-source-text.ts';
import { readArchive } from '../../src/records/read/read-archive.ts';
import type { ArticleData } from '../../src/records/schemas/schemas.ts';
import { runCommand } from '../support/run-command.ts';
import { listFiles } from '../support/read-site.ts';
import { onlyWriting } from './received/take-in.ts';
import type { Tally } from './tally.ts';

/**
 * Has an empty archive take in what another has published at `/data/`, in lines of JSON and in Turtle, and compares its
 * records with those of the other: every key, and every text.
 *
 * @param content absolute path of the content folder that the site was built from
 * @param empty absolute path of the new one, which is made
 */
export async function takeInPublished(
  content: string,
  dist: string,
  empty: string,
  tally: Tally,
): Promise<void> {
  await mkdir(empty);
  await cp(join(content, 'site.yaml'), join(empty, 'site.yaml'));
  const data = join(dist, 'data');
  const files = (await listFiles(data)).filter((file) => /^(?:vocabularies\.ttl|.*\.ndjson)$/.test(file));
  const ordered = files.sort((one, other) => Number(other.endsWith('.ttl')) - Number(one.endsWith('.ttl')));
  const names = ordered.map((file) => join(data, file)).filter(existsSync);
  const { code, stdout, stderr } = await runCommand('ingest', empty, names, onlyWriting(empty));
  if (code > 1) throw new Error(stdout + stderr);
  const [before, after] = [await describeRecords(content), await describeRecords(empty)];
  for (const [key, record] of before) {
    const isSame = after.get(key) === record;
    const field = key.startsWith('articles/') ? 'archive data: article' : 'SKOS taken in: record';
    tally.add(field, isSame ? [] : [`${key}: ${after.get(key)} instead of ${record}`.slice(0, 2000)]);
  }
}

/** Everything that an archive's records say, by their collection and id. */
async function describeRecords(root: string): Promise<Map<string, string>> {
  const { content, problems } = await readArchive(root);
  if (!content) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const all = Object.entries({ articles: content.articles, ...content.vocabularies });
  return new Map(
    all.flatMap(([name, records]) =>
      (records as readonly { id: string; data: object; body: string }[]).map(({ id, data, body }) => [
        `${name}/${id}`,
        JSON.stringify([sortKeys(data), body.trim()]),
      ]),
    ),
  );
}

/**
 * The order of keys says nothing, nor does a language that is the site's. A source text has the name that it was published
 * under.
 */
function sortKeys(data: object): object {
  const keys = Object.entries(data)
    .filter(([key, value]) => key !== 'language' && value !== undefined)
    .map(([key, value]): [string, unknown] => [key, key === 'source' ? asPublished(value as Source) : value]);
  return Object.fromEntries(keys.sort(([one], [other]) => (one < other ? -1 : 1)));
}

type Source = NonNullable<ArticleData['source']>;

function asPublished({ file, sha256 = '', ...rest }: Source): Source {
  return { ...rest, sha256, file: file && nameSourceText({ file, sha256 }) };
}
