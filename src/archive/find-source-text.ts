import type { ArticleData } from '../records/schemas/schemas.ts';
import type { Article, StoredEntry } from './article.ts';

/** A source text: a text as the archive received it. */
export interface SourceText {
  /** Path below `content/sources/`. */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  /** Its path below `sources/` on the site; undefined when it is not published. */
  publishedAs: string | undefined;
  /**
   * Why it is not published: an article in it was withdrawn, something was taken out of this article, or of another, or it
   * is a document that may hold what nobody sees in it. Where something was taken out, its checksum is not published
   * either: of a text that is known but for a name, it confirms a guess.
   */
  withheld: 'withdrawn' | 'redacted' | 'otherRedacted' | 'document' | undefined;
}

// Apache reads every dot of a name as the beginning of an extension, of which each may choose a handler: it runs
// "a.php.txt" as PHP. Only before digits or a space is a dot a full stop.
const name = '[^./]+(?:\\.(?:\\d+| [^./]*))*';

/**
 * Names that are published as they are: those of types that no browser runs and every host knows. A host that does not
 * know a type may leave it out, and browsers then look for HTML in the file: Apache does so with ".md".
 */
const safeName = new RegExp(`^(?:${name}/)*${name}\\.(?:(?:(?:html|xml|md)\\.)?txt|csv|json|tsv)$`);

/** Files of office programs: they hold comments, deleted text, and the names of those who typed and changed them. */
const officeName = /\.(?:doc[mx]|od[st]|xls[mx])$/i;

/** A name that {@link nameSourceText} makes. */
const ownName = /^[0-9a-f]{64}\.txt$/;

/**
 * Names a source text for publication. On a host that reads no configuration, only the name decides what browsers do with a
 * file, and a received one may hold scripts: unless its name is harmless everywhere, its checksum takes the place of the
 * whole name. A name that was published keeps its meaning, since it depends on nothing but the file.
 *
 * @returns a path below `sources/` on the site
 *
 * @example
 * nameSourceText({ file: '2021/07/18/ferry.html', sha256: '9f86d0…' }) // '9f86d0….txt'
 */
export function nameSourceText({ file, sha256 }: Pick<SourceText, 'file' | 'sha256'>): string {
  return safeName.test(file) && !ownName.test(file) ? file : `${sha256}.txt`;
}

/**
 * Creates the function that finds the source text of an article. One file may hold several articles; it is not published
 * when one of them was withdrawn, nor when something was taken out of one: then no other file with the same bytes is.
 *
 * @param publishesOriginals whether documents of office programs are published too
 */
export function createSourceTextFinder(
  entries: readonly StoredEntry<ArticleData>[],
  publishesOriginals: boolean,
): (article: Article) => SourceText | undefined {
  const withdrawn = new Set(entries.flatMap(({ data }) => (data.withdrawn ? (data.source?.file ?? []) : [])));
  const redacted = new Set(
    entries.flatMap(({ data }) => (data.redactions.length > 0 ? (data.source?.sha256 ?? []) : [])),
  );
  return ({ source: { file, sha256 = '' } = {}, redactions }) => {
    if (file === undefined) return undefined;
    const withheld =
      redactions.length > 0
        ? 'redacted'
        : redacted.has(sha256)
          ? 'otherRedacted'
          : withdrawn.has(file)
            ? 'withdrawn'
            : officeName.test(file) && !publishesOriginals
              ? 'document'
              : undefined;
    return { file, sha256, publishedAs: withheld ? undefined : nameSourceText({ file, sha256 }), withheld };
  };
}

/** Whether the checksum of a source text may be published: see {@link SourceText.withheld}. */
export function hasPublicSum({ withheld }: SourceText): boolean {
  return withheld !== 'redacted' && withheld !== 'otherRedacted';
}
