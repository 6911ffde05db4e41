import { renderBibtex } from './bibtex.ts';
import { renderCslJson } from './csl-json.ts';
import { renderRis } from './ris.ts';
import type { Citation } from './citation.ts';

/** A citation in a format that reference managers read. */
export interface CitationFile {
  /** The name of the format: `BibTeX`. */
  format: string;
  /** The name under which it is saved. */
  name: string;
  /** Its text in UTF-8 as a `data:` URL (RFC 2397), so that it can be saved, never shown, from the page itself. */
  href: string;
}

/** The formats; each renders any number of citations as one file. */
export const citationFormats = [
  {
    format: 'BibTeX',
    extension: 'bib',
    type: 'application/x-bibtex',
    render: (citations: readonly Citation[]) => citations.map(renderBibtex).join('\n'),
  },
  {
    format: 'RIS',
    extension: 'ris',
    type: 'application/x-research-info-systems',
    render: (citations: readonly Citation[]) => citations.map(renderRis).join(''),
  },
  {
    format: 'CSL-JSON',
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    render: (citations: readonly Citation[]) => renderCslJson(...citations),
  },
] as const;

/** Renders a citation in all formats. */
export function renderCitationFiles(citation: Citation): CitationFile[] {
  const name = citation.id.slice(citation.id.lastIndexOf('/') + 1);
  return citationFormats.map(({ format, extension, type, render }) => {
    const href = `data:${type},${encode(render([citation]))}`;
    return { format, name: `${name}.${extension}`, href };
  });
}

/** Escapes only what a URL cannot contain (WHATWG URL, "URL code points"), so that it stays short. */
function encode(text: string): string {
  return text.replaceAll(/[\0-\x20"#%<>[\\\]^`{|}\x7f-\x9f]+/g, encodeURIComponent);
}
