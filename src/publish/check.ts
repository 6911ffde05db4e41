import { count } from '../records/count.ts';
import { contentRoot } from '../records/content-root.ts';
import { ContentError, formatProblems } from '../records/problem.ts';
import { readArchive } from '../records/read-archive.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { checkTagging } from './check-tagging.ts';
import { runCommand } from '../command/run-command.ts';

await runCommand(
  {
    usage: 'npm run check -- [--tags] [--strict]',
    options: { tags: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
  },
  async ({ tags, strict }) => {
    const root = contentRoot();
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    const records = vocabularies.map(({ name, singular }) =>
      count(content.vocabularies[name].length, singular, name),
    );
    const summary = `${count(content.articles.length, 'article')}, ${records.join(', ')}: no errors`;
    if (!tags && !strict) {
      console.log(`${summary}.`);
      return;
    }
    const doubts = await checkTagging(root, content);
    if (strict && doubts.length > 0) throw new ContentError(doubts);
    // Without its last line, which counts errors.
    const lines = formatProblems(doubts).split('\n').slice(0, -1);
    console.log([...lines, `${summary}, ${count(doubts.length, 'warning')}.`].join('\n'));
  },
);
