import type { Shown } from './hostile-content.ts';

/** What an article's page shows of its fields; runs in a browser's page. */
export function readArticleFields(): Record<string, string[]> {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent ?? '');
  const findHeadline = (data: unknown): string => {
    if (typeof data !== 'object' || data === null) return '';
    const { headline } = data as { headline?: unknown };
    return typeof headline === 'string' ? headline : Object.values(data).map(findHeadline).join('');
  };
  const links = all('.provenance a[rel=noreferrer]').map((link) => link.getAttribute('href') ?? '');
  return {
    title: texts('h1'),
    'title in JSON-LD': texts('script[type="application/ld+json"]').map((text) =>
      findHeadline(JSON.parse(text)),
    ),
    subtitle: texts('.subtitle'),
    byline: texts('.byline'),
    dateline: texts('.text-dateline'),
    summary: all('meta[name=description]').map((meta) => meta.getAttribute('content') ?? ''),
    'source name': texts('.provenance dd').slice(0, 1),
    'source address': links,
    rights: texts('.provenance dd').slice(-1),
    correction: texts('.corrections li'),
    text: texts('.text > p:not(.text-dateline)').slice(0, 1),
    'text of several lines': texts('.text pre code').slice(0, 1),
    'tag name': texts('.tags a'),
    'source file name': all('.provenance a[href^="/sources/"]').map((link) =>
      decodeURIComponent(link.getAttribute('href') ?? '').slice('/sources/'.length),
    ),
  };
}

/** The citations of the article that a page of citations was opened for, in BibTeX, RIS and CSL-JSON; runs in a browser's page. */
export function readCitations(): string[] {
  return [...document.querySelectorAll('.saved-citations > :target a[download]')].map((link) => {
    const address = link.getAttribute('href') ?? '';
    return decodeURIComponent(address.slice(address.indexOf(',') + 1)).replaceAll('\r\n', '\n');
  });
}

/** What a record's page shows of its fields; runs in a browser's page. */
export function readRecordFields(): Record<string, string[]> {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent ?? '');
  for (const span of all('.role-span')) span.remove();
  const [, vocabulary] = location.pathname.split('/');
  const roles = all('.margin dt')
    .filter(({ textContent }) => textContent?.trim() === 'Roles')
    .flatMap((term) => {
      const found: string[] = [];
      for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
        found.push(next.textContent ?? '');
      return found;
    });
  return {
    [`name (${vocabulary})`]: texts('h1'),
    description: texts('.page-head .description'),
    variant: texts('.margin dd bdi'),
    sameAs: all('.margin .address a').flatMap((link) => [
      link.getAttribute('href') ?? '',
      link.textContent ?? '',
    ]),
    notes: texts('.note > p').slice(0, 1),
    role: roles,
  };
}

/** What a page shows of what the archive says of itself; runs in a browser's page. */
export function readSiteFields(): Record<string, string[]> {
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  return {
    'site title': texts('.nameplate-title a'),
    'site description': texts('.colophon p').slice(0, 1),
    'publisher and license': texts('.colophon a[href^="https://example.org"]'),
    'about: title': texts('h1'),
    'about: text': texts('.text > p').slice(0, 1),
  };
}

/**
 * Compares what a page shows with what it has to. White space that HTML makes one space of (ASCII's) is one space.
 *
 * @returns what is wrong, by field
 */
export function compareShown(
  shown: Readonly<Record<string, readonly string[]>>,
  wanted: Shown,
): Map<string, string[]> {
  return new Map(
    Object.entries(wanted).map(([field, values]) => {
      const found = JSON.stringify(shown[field]?.map(fold));
      const expected = JSON.stringify(values.map(fold));
      return [field, found === expected ? [] : [`shown ${found}, expected ${expected}`]];
    }),
  );
}

function fold(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}
