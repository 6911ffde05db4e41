import { contentRoot } from '../records/content-root.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read-archive.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { runCommand } from './command.ts';
import { count } from '../archive/count.ts';

await runCommand('npm run check', async () => {
  const { content, problems } = await readArchive(contentRoot());
  if (!content) throw new ContentError(problems);
  const records = vocabularies.map(({ name, singular }) =>
    count(content.vocabularies[name].length, singular, name),
  );
  console.log(`${count(content.articles.length, 'article')}, ${records.join(', ')}: no errors.`);
});
