import type { DateCandidate } from '../../dates/first-date.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { readLanguage } from '../ocr/draft-page.ts';
import type { MetsDescription } from './mets-document.ts';

/** What a description says of an article or an issue, in the archive's terms. */
export interface Described {
  title?: string;
  subtitle?: string;
  /** The title of the newspaper in which it is. */
  publication?: string;
  issn?: string;
  issue?: string;
  edition?: string;
  page?: string;
  dates: DateCandidate[];
  language?: string;
  byline: string[];
  rights?: string;
  /** What has no other place. */
  rest: LeftOut[];
}

/** How the path of an element ends that has a value, in MODS (https://www.loc.gov/standards/mods/) and Dublin Core. */
const values = {
  publication: /\brelatedItem\[host\]\/titleInfo\/title$/,
  issn: /(?:^|\/)identifier\[issn\]$/,
  issue: /\/detail\[(?:issue|number)\]\/number$/,
  editionName: /\/detail\[edition\]\/(?:caption|number)$/,
  page: /\/detail\[page(?: number)?\]\/number$|\/part\/extent(?:\[pages?\])?\/start$/,
  date: /\/(?:dateIssued|part\/date)$|(?:^|\/)(?:date|issued)$/,
  title: /^(?:mods\/|modsCollection\/mods\/)?(?:titleInfo\/)?title$|^(?:dc|oai_dc|record)\/title$/,
  nonSort: /^(?:modsCollection\/)?(?:mods\/)?titleInfo\/nonSort$/,
  subtitle: /^(?:modsCollection\/)?(?:mods\/)?titleInfo\/subTitle$/,
  byline: /^(?:mods\/|modsCollection\/mods\/)?name(?:\[personal\])?\/namePart$|^(?:dc\/|record\/)?creator$/,
  language: /(?:^|\/)(?:languageTerm(?:\[code\])?|language)$/,
  rights: /(?:^|\/)(?:accessCondition(?:\[[^[\]/]*\])?|rights)$/,
} as const;

/** Reads what a description says. What is no value of an article is kept as left out. */
export function readDescription({ texts }: MetsDescription, of: string): Described {
  const described: Described = { dates: [], byline: [], rest: [] };
  let nonSort = '';
  for (const { path, text } of texts) {
    const key = (Object.keys(values) as (keyof typeof values)[]).find((each) => values[each].test(path));
    const tell = () => described.rest.push({ what: `what its METS says of ${of}`, text: `${path}: ${text}` });
    if (key === 'date') {
      // Some write a whole number for a day.
      const day = text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
      described.dates.push({ text: day, where: `<${path.slice(path.lastIndexOf('/') + 1)}>` });
    } else if (key === 'byline') described.byline.push(text);
    else if (key === 'nonSort') nonSort = `${text} `;
    else if (key === 'language') {
      const [language] = readLanguage(text);
      if (language === undefined || described.language !== undefined) tell();
      else described.language = language;
    } else if (key === 'editionName') {
      // A bare number only tells the editions of a day apart.
      if (/^\d+$/.test(text) || described.edition !== undefined) tell();
      else described.edition = text;
    } else if (key === undefined || described[key] !== undefined) tell();
    else described[key] = text;
  }
  if (described.title !== undefined) described.title = `${nonSort}${described.title}`;
  return described;
}
