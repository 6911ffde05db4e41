import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

import { foldName } from '../../src/records/fold-name.ts';

/** The fields that payloads are put into; each of them gets every payload that can stand in it. */
export const fields = [
  'title',
  'subtitle',
  'byline',
  'dateline',
  'summary',
  'source name',
  'source address',
  'rights',
  'correction',
  'text',
  'record name',
  'variant',
  'description',
  'sort name',
  'role',
  'sameAs',
  'notes',
] as const;

/** The name of a field. */
export type Field = (typeof fields)[number];

/** An article with its payloads, by their fields. */
export interface HostileArticle {
  id: string;
  values: Readonly<Partial<Record<Field, string>>>;
}

/** A payload as a field of one line can have it: nothing in it is changed but what no record may hold. */
export function asLine(payload: string): string {
  return payload
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
}

/** A payload as a text can have it. */
export function asText(payload: string): string {
  return payload
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu, '')
    .replace(/^(<<<<<<<|=======|>>>>>>>)/gm, ' $1');
}

/** Payloads that one text holds. */
const perText = 10;

/**
 * Writes an archive of payloads: each is a title, a byline … of one article, and stands in the text of one; each is a name, a
 * description … of one record.
 *
 * @param root absolute path of the content folder
 * @returns its articles
 */
export async function writeHostileContent(
  root: string,
  payloads: readonly string[],
): Promise<HostileArticle[]> {
  // No two records may go by one name, in whatever case.
  const lines = [...new Map(payloads.map(asLine).map((line) => [foldName(line), line])).values()].filter(
    Boolean,
  );
  const texts = payloads.map(asText).filter((text) => text.trim() !== '');
  const write = async (path: string, data: object, body: string) => {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`);
  };
  await mkdir(root, { recursive: true });
  const site = { title: lines[0], description: lines[1], language: 'en', url: 'http://localhost/' };
  await writeFile(
    join(root, 'site.yaml'),
    stringify({ ...site, publisher: { name: lines[2] }, license: { name: lines[3] } }),
  );
  await write('about.md', { title: lines[4] }, texts.slice(0, perText).join('\n\n'));

  const articles: HostileArticle[] = [];
  for (const [index, line] of lines.entries()) {
    const at = (offset: number) => lines[(index + offset) % lines.length] ?? line;
    const id = `p-${index}`;
    const address = `https://example.org/?${encodeURIComponent(at(5))}#"'>${at(6).replace(/\s/g, '')}`;
    const own = index % 4 === 0 ? ['roles'] : [];
    await write(
      `people/${id}.md`,
      {
        name: line,
        sortName: at(1),
        variants: [`${at(2)} ${index}`],
        description: at(3),
        sameAs: [address],
        ...(own.length > 0 && { roles: [{ title: at(4), from: '1999' }] }),
      },
      asText(payloads[index % payloads.length] ?? ''),
    );
    const values = {
      title: line,
      subtitle: at(1),
      byline: at(2),
      dateline: at(3),
      summary: at(4),
      'source name': at(5),
      rights: at(6),
      correction: at(7),
    };
    const body = texts
      .slice((index * perText) % texts.length)
      .slice(0, perText)
      .join('\n\n');
    await write(
      `articles/2020/${id}.md`,
      {
        title: values.title,
        titleSupplied: index % 3 === 0,
        subtitle: values.subtitle,
        date: 2020,
        people: [id],
        places: [],
        topics: [],
        byline: [values.byline],
        dateline: values.dateline,
        summary: values.summary,
        source: { name: values['source name'], url: address },
        rights: values.rights,
        corrections: [{ date: '2021-01-02', note: values.correction }],
      },
      `${body}\n\nIn the text: \\${line}`,
    );
    articles.push({ id: `2020/${id}`, values });
  }
  return articles;
}
