import { escapeXml } from '../xml.ts';

/** The limits of names, in characters (OpenSearch 1.1, draft 6: "ShortName", "LongName", "Description"). */
const longest = { shortName: 16, longName: 48, description: 1024 };

/** The media type of an OpenSearch description. */
export const openSearchType = 'application/opensearchdescription+xml';

/** What an OpenSearch description says. */
export interface OpenSearchView {
  title: string;
  description: string;
  /** Of the archive and its articles (BCP 47). */
  languages: readonly string[];
  /** URLs of the search page, of the description itself and of the icon (SVG). */
  searchUrl: string;
  ownUrl: string;
  iconUrl: string;
}

/** Renders an OpenSearch description (1.1, draft 6), by which browsers search the archive from their address bar. */
export function renderOpenSearch(view: OpenSearchView): string {
  const { title, description, languages, searchUrl, ownUrl, iconUrl } = view;
  const elements = [
    `<ShortName>${escapeXml(shorten(title, longest.shortName))}</ShortName>`,
    `<LongName>${escapeXml(shorten(title, longest.longName))}</LongName>`,
    `<Description>${escapeXml(shorten(description, longest.description))}</Description>`,
    `<Url type="text/html" template="${escapeXml(`${searchUrl}?q={searchTerms}`)}"/>`,
    `<Url type="${openSearchType}" rel="self" template="${escapeXml(ownUrl)}"/>`,
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(iconUrl)}</Image>`,
    ...languages.map((language) => `<Language>${language}</Language>`),
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
  ];
  const lines = elements.map((element) => `  ${element}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${lines}</OpenSearchDescription>\n`;
}

/** Cuts a text after the last word that fits; a first word that is too long is cut itself. */
function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length).join('');
  const isBetween = characters[length] === ' ';
  return (isBetween ? cut : cut.replace(/ \S*$/, '')).trimEnd();
}
