import {
  EditError,
  editFrontmatter,
  readFrontmatter,
  type KeyChange,
} from '../../records/edit/edit-frontmatter.ts';
import { readRecordText } from '../../records/edit/record-text.ts';
import type { FileChange } from '../../records/edit/write-changes.ts';
import { ContentError, startOfFile } from '../../records/problem.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { frontmatterKeysOf } from '../../records/schemas/frontmatter-keys.ts';
import { articleSchema, type ArticleData } from '../../records/schemas/schemas.ts';
import type { Tags } from '../../records/tags.ts';
import { mapVocabularies, vocabularies } from '../../records/vocabularies.ts';

const order = frontmatterKeysOf.articles.map(({ path }) => path);

/**
 * Creates a function that changes the tags of an article in its file, and nothing else of it.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 * @returns a function that throws a {@link ContentError} for a file that cannot be edited in place
 */
export function createTagEditor(
  root: string,
  content: ArchiveContent,
): (article: Entry<ArticleData>, added: Tags, removed: Tags) => Promise<FileChange> {
  const replacements = mapVocabularies(
    (name) => new Map(content.vocabularies[name].map(({ id, data }) => [id, data.replacedBy ?? id])),
  );
  return async (article, added, removed) => {
    const { file, bytes, text } = await readRecordText(root, 'articles', article);
    const values = readFrontmatter(text);
    const changes = vocabularies.flatMap(({ name, sourceKey }): KeyChange[] => {
      if (added[name].length + removed[name].length === 0) return [];
      if (sourceKey !== undefined) return [{ path: `source.${sourceKey}`, value: added[name][0] }];
      // The file may still have the ids of replaced records.
      const written = (values[name] ?? []) as string[];
      const kept = written.filter((id) => !removed[name].includes(replacements[name].get(id) ?? id));
      return [{ path: name, value: [...kept, ...added[name]] }];
    });
    let after: Uint8Array;
    try {
      after = new TextEncoder().encode(editFrontmatter(text, changes, order));
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      const fix = 'Write the list out, without & and *, or change the tags by hand.';
      throw new ContentError([
        { file, ...startOfFile, found: `${error.message}`, expected: 'a plain list', fix },
      ]);
    }
    const { problems } = readMarkdownRecord(after, articleSchema);
    if (problems.length > 0) throw new ContentError(problems.map((problem) => ({ file, ...problem })));
    return { file, before: bytes, after };
  };
}
