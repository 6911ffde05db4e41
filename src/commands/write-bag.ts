import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, lstatSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { CommandError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import type { Site } from '../records/schemas/site-schema.ts';
import { findRealPath, isWithin } from '../system/real-path.ts';
import { unfinishedName } from '../system/write-file.ts';

/** The size of a bag's payload. */
export interface Payload {
  files: number;
  bytes: number;
  /** The number of files that were left out. */
  withheld: number;
}

/**
 * Copies a content folder to a bag (BagIt 1.0, RFC 8493), except for hidden files, which belong to tools. Bags of the same
 * content are the same, byte for byte.
 *
 * @param root absolute path of the content folder
 * @param target absolute path of the bag, which must not exist
 * @param withheld files that are left out, by their paths in the content folder: those that may hold what was taken out
 *   of an article. The check accepts the archive without them
 * @throws {CommandError} when it exists, or would be inside the content folder
 */
export async function writeBag(
  root: string,
  target: string,
  site: Site,
  withheld: ReadonlySet<string>,
): Promise<Payload> {
  if (lstatSync(target, { throwIfNoEntry: false }))
    throw new CommandError(`${target} already exists. Give a new folder, or remove that one.`);
  if (isWithin(findRealPath(target), findRealPath(root)))
    throw new CommandError(`${target} is inside the content folder. Give a folder elsewhere.`);
  const unfinished = unfinishedName(target);
  await mkdir(dirname(target), { recursive: true });
  // Not one that exists: it is removed in the end.
  await mkdir(unfinished);
  try {
    const payload: Payload = { files: 0, bytes: 0, withheld: 0 };
    const sums: string[] = [];
    for (const file of await listFiles(root)) {
      if (withheld.has(file)) {
        payload.withheld++;
        continue;
      }
      const path = `data/${file}`;
      await mkdir(dirname(join(unfinished, path)), { recursive: true });
      const { bytes, sha256 } = await copy(join(root, file), join(unfinished, path));
      payload.files++;
      payload.bytes += bytes;
      sums.push(renderSumLine(sha256, path));
    }
    await writeTagFiles(unfinished, {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': renderBagInfo(site, payload),
      'manifest-sha256.txt': sums.join(''),
    });
    await rename(unfinished, target);
    return payload;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Lists the files below a folder, except for hidden ones: sorted, with forward slashes. */
async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => file.split('/').every((part) => !part.startsWith('.')))
    .sort();
}

async function copy(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const sum = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from), measure, createWriteStream(to, { flags: 'wx' }));
  return { bytes, sha256: sum.digest('hex') };
}

/** Writes the tag files of a bag, and their manifest (section 2.2.1). */
async function writeTagFiles(bag: string, tags: Readonly<Record<string, string>>): Promise<void> {
  const sums = Object.entries(tags).map(([file, text]) =>
    renderSumLine(createHash('sha256').update(text).digest('hex'), file),
  );
  for (const [file, text] of Object.entries({ ...tags, 'tagmanifest-sha256.txt': sums.join('') })) {
    await writeFile(join(bag, file), text, { flag: 'wx' });
  }
}

/** Renders a line of a manifest, in whose path line breaks and percent signs are percent-encoded (section 2.1.3). */
function renderSumLine(sha256: string, path: string): string {
  const name = path.replace(/[%\r\n]/g, encodeURIComponent);
  return `${sha256}  ${name}\n`;
}

/** Renders `bag-info.txt` (section 2.2.2). */
function renderBagInfo(
  { title, description, url, publisher }: Site,
  { files, bytes, withheld }: Payload,
): string {
  const fields: [string, string | undefined][] = [
    ['Source-Organization', publisher?.name],
    ['External-Identifier', url],
    ['External-Description', `${title}: ${description}`],
    [
      'Internal-Sender-Description',
      withheld > 0
        ? `Left out: ${formatCount(withheld, 'file')} that may hold what was taken out of articles ("redactions").`
        : undefined,
    ],
    ['Payload-Oxum', `${bytes}.${files}`],
  ];
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}\n`])).join('');
}
