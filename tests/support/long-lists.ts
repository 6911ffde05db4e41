import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The subjects of the articles on the busiest day, each of which is a topic. */
const subjects = ['ferries', 'bridges', 'harbours'];

/**
 * Writes a content folder whose topic `ferries` has more articles than one page lists: a few of 1932, more than two hundred
 * of 1987, of which seventy are of 12 March, and some that are known to the year only or not at all. Three articles have no
 * tags.
 *
 * @param url the public address of the site
 */
export async function fillLongLists(folder: string, url: string): Promise<void> {
  const files = new Map<string, string>([
    [
      'site.yaml',
      `title: Ferries\ndescription: A long list.\nlanguage: en\nurl: ${url}\nerrorReports: desk@example.org\n`,
    ],
    ...subjects.map(
      (id) => [`topics/${id}.md`, frontmatter(`name: ${id}`, `description: All about ${id}`)] as const,
    ),
  ]);
  const add = (date: string | undefined, count: number, topics: (index: number) => string[]) => {
    const path = date?.replaceAll('-', '/') ?? 'undated';
    for (let index = 0; index < count; index++) {
      const name = `crossing-${String(index + 1).padStart(3, '0')}`;
      const lines = [
        `title: Crossing ${index + 1} of ${date ?? 'an unknown day'}`,
        date ? `date: ${date}` : 'undated: true',
        'people: []',
        'places: []',
        `topics: [${topics(index).join(', ')}]`,
      ];
      files.set(`articles/${path}/${name}.md`, `${frontmatter(...lines)}\nThe boat left at noon.\n`);
    }
  };
  const ferries = () => ['ferries'];
  add('1932-05-06', 4, ferries);
  add('1935', 2, ferries);
  for (let month = 1; month <= 12; month++) add(`1987-${String(month).padStart(2, '0')}-03`, 15, ferries);
  add('1987-03-12', 70, (index) => [
    'ferries',
    ...(index % 2 === 0 ? ['bridges'] : []),
    ...(index % 7 === 0 ? ['harbours'] : []),
  ]);
  add('1987', 3, ferries);
  add('1988-02-03', 5, ferries);
  add(undefined, 2, ferries);
  add('1988-07-01', 3, () => []);
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function frontmatter(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\n`;
}
