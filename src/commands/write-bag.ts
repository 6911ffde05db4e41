import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { CommandError } from './run-command.ts';
import type { Site } from '../records/schemas/schemas.ts';

/** How much a bag holds. */
export interface Payload {
  files: number;
  bytes: number;
}

/**
 * Copies a content folder, as it is, into a bag (BagIt 1.0, RFC 8493). Hidden files stay behind: they belong to tools.
 * The bag depends on the content alone, so that two of the same content are the same.
 *
 * @param root absolute path of the content folder
 * @param target absolute path of the bag; there must be nothing at it
 * @throws {CommandError} when there is, or when it would be in the content folder
 */
export async function writeBag(root: string, target: string, site: Site): Promise<Payload> {
  if (existsSync(target))
    throw new CommandError(`${target} is there already. Give a new folder, or remove that one.`);
  if (resolve(target).startsWith(root + sep))
    throw new CommandError(`${target} is in the content folder. Give another.`);
  const next = join(dirname(target), `.${basename(target)}-${process.pid}-next`);
  try {
    const payload: Payload = { files: 0, bytes: 0 };
    const sums: string[] = [];
    for (const file of await listFiles(root)) {
      const path = `data/${file}`;
      await mkdir(dirname(join(next, path)), { recursive: true });
      const { bytes, sha256 } = await copy(join(root, file), join(next, path));
      payload.files++;
      payload.bytes += bytes;
      sums.push(sumLine(sha256, path));
    }
    await writeTags(next, {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': wordInfo(site, payload),
      'manifest-sha256.txt': sums.join(''),
    });
    await rename(next, target);
    return payload;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** The files below a folder, sorted, with forward slashes. */
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

/** Writes the tag files of a bag, and the manifest of them (section 2.2.1). */
async function writeTags(bag: string, tags: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(bag, { recursive: true });
  const sums = Object.entries(tags).map(([file, text]) =>
    sumLine(createHash('sha256').update(text).digest('hex'), file),
  );
  for (const [file, text] of Object.entries({ ...tags, 'tagmanifest-sha256.txt': sums.join('') })) {
    await writeFile(join(bag, file), text, { flag: 'wx' });
  }
}

/** Section 2.1.3: line ends and percent signs in a path are percent-encoded. */
function sumLine(sha256: string, path: string): string {
  const name = path.replace(/[%\r\n]/g, (sign) => encodeURIComponent(sign));
  return `${sha256}  ${name}\n`;
}

/** Section 2.2.2. */
function wordInfo({ title, description, url, publisher }: Site, { files, bytes }: Payload): string {
  const fields: [string, string | undefined][] = [
    ['Source-Organization', publisher?.name],
    ['External-Identifier', url],
    ['External-Description', `${title}: ${description}`],
    ['Payload-Oxum', `${bytes}.${files}`],
  ];
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}\n`])).join('');
}
