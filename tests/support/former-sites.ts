import { record } from './content-folder.ts';

/** An old address, and how readers may ask for it. */
export interface OldAddress {
  /** As in `formerUrls`. */
  written: string;
  /** From the root of the host, as a browser sends it. */
  asked: string[];
  /** Whether there can be a page at it on any file system. */
  isFile?: boolean;
}

/**
 * Old addresses in the shapes that content management systems have given them, twenty of each, below a path.
 *
 * @param base the path of the site, with a slash at both ends
 */
export function listOldAddresses(base: string): OldAddress[] {
  return Array.from({ length: 20 }, (_, index): OldAddress[] => {
    const number = index + 1;
    const [year, month] = [2000 + index, String((index % 12) + 1).padStart(2, '0')];
    const plain = (path: string, ...others: string[]): OldAddress => ({
      written: base + path,
      asked: [path, ...others].map((each) => base + each),
      isFile: true,
    });
    const queried = (path: string, ...others: string[]): OldAddress => ({
      written: base + path,
      asked: [path, ...others].map((each) => base + each),
    });
    return [
      plain(`${year}/${month}/ferry-${number}/`, `${year}/${month}/ferry-${number}`),
      plain(`Story-${number}.html`),
      plain(`news/Harbour_${number}.php`),
      plain(`нов/шлюз-${number}`, `${encodeURI('нов/шлюз-')}${number}/`),
      plain(`a%20b/caf%c3%a9-${number}.htm`, `a%20b/caf%C3%A9-${number}.htm`),
      { ...plain(`latin/caf%e9-${number}`, `latin/caf%E9-${number}`), isFile: false },
      queried(`?p=${number}`, `?p=${number}&utm_source=letter`, `?fbclid=x&p=${number}`),
      queried(
        `story.php?id=${number}&lang=en`,
        `story.php?lang=en&id=${number}`,
        `story.php?lang=en&x=1&id=${number}`,
      ),
      queried(`story.php?id=${number}`, `story.php?id=${number}&lang=fr`),
      queried(`show?${number}`),
      queried(`list?cat[]=a&cat[]=${number}`, `list?cat%5B%5D=a&cat%5B%5D=${number}`),
    ];
  }).flat();
}

/** Files of content: an article for each address, whose title ends with its number. */
export function fillOldAddresses(addresses: readonly OldAddress[]): Record<string, string> {
  const files = addresses.map(({ written }, index) => [
    `articles/2020/01/0${(index % 9) + 1}/old-${index}.md`,
    record(
      `title: Old ${index}`,
      `date: 2020-01-0${(index % 9) + 1}`,
      'people: []',
      'places: []',
      'topics: []',
      `formerUrls: [${JSON.stringify(written)}]`,
    ),
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

/** The path of the article of an address, below the site's own. */
export function successorOf(index: number): string {
  return `articles/2020/01/0${(index % 9) + 1}/old-${index}/`;
}
