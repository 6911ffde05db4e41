import { writeBibtex } from './citation-bibtex.ts';
import { writeCslJson } from './citation-csl.ts';
import { writeRis } from './citation-ris.ts';
import type { Citation } from './citation.ts';

/** A citation in a format that other programs read. */
export interface CitationFile {
  /** The format's name. */
  format: string;
  /** What the file is called when it is saved. */
  name: string;
  text: string;
  /** The text as an address (RFC 2397), so that it can be saved from the page itself. */
  href: string;
}

const formats = [
  { format: 'BibTeX', extension: 'bib', type: 'application/x-bibtex', write: writeBibtex },
  { format: 'RIS', extension: 'ris', type: 'application/x-research-info-systems', write: writeRis },
  {
    format: 'CSL-JSON',
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    write: writeCslJson,
  },
] as const;

/** Writes a citation in all formats. */
export function writeCitationFiles(citation: Citation): CitationFile[] {
  const name = citation.id.slice(citation.id.lastIndexOf('/') + 1);
  return formats.map(({ format, extension, type, write }) => {
    const text = write(citation);
    return { format, name: `${name}.${extension}`, text, href: `data:${type};charset=utf-8,${encode(text)}` };
  });
}

/**
 * Escapes only what no URL can have (WHATWG URL, "URL code points"): what stays as it is in the text beside it is
 * compressed to next to nothing.
 */
function encode(text: string): string {
  return text.replaceAll(/[\0-\x20"#%<>[\\\]^`{|}\x7f-\x9f]+/g, encodeURIComponent);
}
