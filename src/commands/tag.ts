import { relative, resolve, sep, join } from 'node:path';

import { createReport } from '../system/progress.ts';
import { UsageError } from '../system/command-error.ts';
import { findNearestName } from '../records/check/nearest-name.ts';
import { contentRoot } from '../records/content-root.ts';
import { writeChanges } from '../records/edit/write-changes.ts';
import { formatCount } from '../records/format-count.ts';
import { ContentError, displayPath } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { countTags, planTagging, type ArticleChange, type Tagging } from '../names/tagging/tag-articles.ts';
import { replaceSourceNames } from './replace-source-names.ts';
import { runCommand } from './run-command.ts';
import { checkOut, writeTable } from './write-table.ts';

await runCommand(
  {
    usage: 'npm run tag -- [options] [ARTICLE…]',
    help: `
Tags articles that are there with the records that there are, by the rules of ingest: with each person, place and
organization that their text names. Only tags are added, each in its place in the file; everything else stays as it is.
ARTICLE is a file or an id; without one, all articles are tagged. Withdrawn articles are not.

  --dry-run          show what would be changed, and stop
  --out FILE         write names that may be those of several records, or of none, to a table: write "same as ID" into
                     its column "decision", and give it to "npm run names -- --apply FILE"
  --sources          also apply the names that sources give besides the text, such as categories: reads the texts as they
                     were received again
  --remove-unnamed   remove tags of people, places and organizations that the title and text do not name
  --source-names     instead of all that: replace "source.name", which articles once had, with "source.publication", and
                     make the records of publications that are missing

Exit codes: 0 done, 1 the archive has errors (then nothing is written), 2 invalid arguments.

Examples:
  npm run tag -- --dry-run
  npm run tag -- --out ambiguous.csv
  npm run tag -- content/articles/2021/07/18/a-ferry.md
`,
    options: {
      'dry-run': { type: 'boolean', default: false },
      out: { type: 'string' },
      sources: { type: 'boolean', default: false },
      'remove-unnamed': { type: 'boolean', default: false },
      'source-names': { type: 'boolean', default: false },
    },
    takesFiles: true,
  },
  async (options, given) => {
    const { out, sources, 'dry-run': dryRun, 'remove-unnamed': removesUnnamed } = options;
    const root = contentRoot();
    if (options['source-names']) {
      if (out !== undefined || sources || removesUnnamed || given.length > 0)
        throw new UsageError(
          '--source-names changes all articles and nothing else: give it alone or with --dry-run.',
        );
      await replaceSourceNames(root, dryRun);
      return;
    }
    checkOut(out);
    const report = createReport();
    report.step('Reading the archive');
    const { content, problems } = await readArchive(root, { allowsRemoval: true });
    if (!content) throw new ContentError(problems);
    report.done(formatCount(content.articles.length, 'article'));
    const ids = given.length > 0 ? readIds(root, given, content) : undefined;
    report.step('Comparing texts with records');
    const total = ids?.size ?? content.articles.length;
    const wanted = { ids, removesUnnamed, readsSources: sources };
    const tagging = await planTagging(root, content, wanted, (done) => report.progress(done, total));
    report.done(formatCount(tagging.changes.length, 'article to change', 'articles to change'));
    if (dryRun) for (const change of tagging.changes) console.log(formatChange(change));
    else if (tagging.changes.length > 0) {
      report.step('Writing');
      await writeChanges(tagging.changes, (done) => report.progress(done, tagging.changes.length));
      report.done(formatCount(tagging.changes.length, 'file'));
    }
    if (out !== undefined) await writeTable(out, tagging.ambiguous.render());
    console.log(summarize(tagging, dryRun, out));
  },
);

/** The ids of articles that were given as files or ids. */
function readIds(root: string, given: readonly string[], { articles }: ArchiveContent): ReadonlySet<string> {
  const known = new Set(articles.map(({ id }) => id));
  return new Set(
    given.map((name) => {
      const path = relative(join(root, 'articles'), resolve(name)).replaceAll(sep, '/');
      const id = [name, name.replace(/^articles\//, ''), path]
        .map((each) => each.replace(/\.md$/, ''))
        .find((each) => known.has(each));
      if (id !== undefined) return id;
      const close = findNearestName(name, [...known]);
      throw new UsageError(`There is no article ${name}.${close ? ` Did you mean ${close}?` : ''}`);
    }),
  );
}

/** `content/articles/2021/07/18/a-ferry.md: + people: ada-lind; - places: norhaven` */
function formatChange({ file, added, removed }: ArticleChange): string {
  const parts = vocabularies.flatMap(({ name }) => [
    ...(added[name].length > 0 ? [`+ ${name}: ${added[name].join(', ')}`] : []),
    ...(removed[name].length > 0 ? [`- ${name}: ${removed[name].join(', ')}`] : []),
  ]);
  return `${displayPath(file)}: ${parts.join('; ')}`;
}

function summarize(
  { changes, articles, ambiguous }: Tagging,
  dryRun: boolean,
  out: string | undefined,
): string {
  const sum = (count: (change: ArticleChange) => number) =>
    changes.reduce((total, change) => total + count(change), 0);
  const [added, removed] = [sum((each) => countTags(each.added)), sum((each) => countTags(each.removed))];
  const would = dryRun ? 'would be ' : '';
  const lines = [
    `${formatCount(added, 'tag')} ${would}added${removed > 0 ? ` and ${formatCount(removed, 'tag')} ${would}removed` : ''} in ${formatCount(changes.length, 'article')} of ${articles.toLocaleString('en')}.`,
  ];
  if (ambiguous.size > 0) {
    const names = formatCount(ambiguous.size, 'ambiguous name');
    lines.push(
      out === undefined
        ? `${names} not tagged; --out FILE lists them for a decision.`
        : `${names} not tagged: decide in ${out}, then run "npm run names -- --apply ${out}".`,
    );
  }
  return lines.join('\n');
}
