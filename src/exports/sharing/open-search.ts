import type { Archive } from '../../archive/archive.ts';
import { escapeXml } from '../feeds/xml.ts';

/** What the names may have, in characters (OpenSearch 1.1, draft 6: "ShortName", "LongName", "Description"). */
const longest = { shortName: 16, longName: 48, description: 1024 };

/** The media type of {@link wordOpenSearch}. */
export const openSearchType = 'application/opensearchdescription+xml';

/** An OpenSearch description (1.1, draft 6), by which browsers search the archive from their address field. */
export function wordOpenSearch({
  site,
  articles,
  paths,
}: Pick<Archive, 'site' | 'articles' | 'paths'>): string {
  const languages = [...new Set([site.language, ...articles.map(({ language }) => language)])].sort();
  const search = `${paths.canonical(paths.search())}?q={searchTerms}`;
  const elements = [
    `<ShortName>${escapeXml(shorten(site.title, longest.shortName))}</ShortName>`,
    `<LongName>${escapeXml(shorten(site.title, longest.longName))}</LongName>`,
    `<Description>${escapeXml(shorten(site.description, longest.description))}</Description>`,
    `<Url type="text/html" template="${escapeXml(search)}"/>`,
    `<Url type="${openSearchType}" rel="self" template="${escapeXml(paths.canonical(paths.openSearch))}"/>`,
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(paths.canonical(paths.asset('favicon.svg')))}</Image>`,
    ...languages.map((language) => `<Language>${language}</Language>`),
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
  ];
  const lines = elements.map((element) => `  ${element}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${lines}</OpenSearchDescription>\n`;
}

/** As many whole words of a text as fit; of a first word that does not fit, what does. */
function shorten(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const cut = letters.slice(0, length).join('');
  const isBetween = letters[length] === ' ';
  return (isBetween ? cut : cut.replace(/ \S*$/, '')).trimEnd();
}
