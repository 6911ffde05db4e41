import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { ledgerFile } from '../content-root.ts';
import { formatCount } from '../format-count.ts';
import type { LedgerLine } from '../ledger/ledger.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { Cache } from '../../system/cache.ts';
import { digestOf } from '../../system/digest.ts';

/** What an archive had, or has, published. */
export interface Extent {
  /** The number of its articles. */
  articles: number;
  ledger: readonly Pick<LedgerLine, 'text' | 'lines' | 'withheld'>[];
}

/** Fewer missing articles than these are not an accident of the whole archive. */
const fewest = 10;

/** An archive with fewer lines than these whose ledger is gone altogether was begun again, as from the example's. */
const longEnough = 50;

const run = promisify(execFile);

/**
 * Compares an archive with what was published last, as far as this computer knows it, and its ledger with the version that
 * is in Git: a folder that was not restored whole, or a ledger that was cut, would otherwise be published as if nothing had
 * ever been there.
 *
 * @param root absolute path of the content folder
 */
export async function checkRemoval(root: string, cache: Cache, extent: Extent): Promise<Problem[]> {
  return [
    ...(await checkArticles(root, cache, extent.articles)),
    ...(await checkLines(root, cache, extent.ledger)),
  ];
}

/** Identifies everything besides the content folder that {@link checkRemoval} depends on. */
export async function identifyExtent(root: string, cache: Cache): Promise<string> {
  const articles = await cache.table<number>('published-articles').read();
  const lines = await cache.table<true>('published-ledger').read();
  const committed = isInRepository(root)
    ? await run('git', ['-C', root, 'rev-parse', `HEAD:./${ledgerFile}`]).catch(() => undefined)
    : undefined;
  return digestOf([[...articles], [...lines.keys()], committed?.stdout]);
}

/** Remembers what has been published, for {@link checkRemoval}. */
export async function rememberExtent(cache: Cache, { articles, ledger }: Extent): Promise<void> {
  await cache.table<number>('published-articles').write([['articles', articles]]);
  await cache.table<true>('published-ledger').write(ledger.map(({ text }) => [digestLine(text), true]));
}

async function checkArticles(root: string, cache: Cache, articles: number): Promise<Problem[]> {
  const before = (await cache.table<number>('published-articles').read()).get('articles') ?? 0;
  const lost = before - articles;
  if (lost < fewest || lost * 2 <= before) return [];
  const found = `${formatCount(articles, 'article')}, after ${formatCount(before, 'article')} in the last build`;
  const fix = 'Restore the others. If they were removed on purpose, say --allow-removal.';
  const expected = 'most of the articles that were there';
  return [{ file: join(root, 'articles'), ...startOfFile, found, expected, fix }];
}

async function checkLines(root: string, cache: Cache, ledger: Extent['ledger']): Promise<Problem[]> {
  const lines = new Set(ledger.map(({ text }) => digestLine(text)));
  const published = new Set((await cache.table<true>('published-ledger').read()).keys());
  const committed = new Set((await readCommitted(root)).map(digestLine));
  const isAccountedFor = [published, committed].every(
    (before) => before.difference(lines).size <= countReplaced(ledger, before),
  );
  const missing = published.union(committed).difference(lines);
  const isBegunAgain = lines.size === 0 && missing.size < longEnough;
  if (isAccountedFor || isBegunAgain) return [];
  const found = `a ledger without ${formatCount(missing.size, 'line')} that it had in the last build or commit`;
  const expected = 'a ledger from which no line is ever removed';
  const fix =
    'Restore it from version control or a backup, and keep the lines that have been added since. If they were removed on purpose, say --allow-removal.';
  return [{ file: join(root, ledgerFile), ...startOfFile, found, expected, fix }];
}

/**
 * The number of lines that others have taken the place of since the ledger had certain ones: those of retired addresses, and
 * those whose checksum is withheld.
 */
function countReplaced(ledger: Extent['ledger'], before: ReadonlySet<string>): number {
  return ledger
    .filter(({ text, lines, withheld }) => (lines !== undefined || withheld) && !before.has(digestLine(text)))
    .reduce((sum, { lines = 1 }) => sum + lines, 0);
}

/** The lines of the ledger in the last commit, where they differ from the file; nothing where there is no Git. */
async function readCommitted(root: string): Promise<string[]> {
  if (!isInRepository(root)) return [];
  const git = (...options: string[]) => run('git', ['-C', root, ...options], { maxBuffer: 2 ** 30 });
  const isSame = await git('diff', '--quiet', 'HEAD', '--', ledgerFile).then(
    () => true,
    ({ code }: { code?: unknown }) => code !== 1,
  );
  if (isSame) return [];
  const { stdout } = await git('show', `HEAD:./${ledgerFile}`).catch(() => ({ stdout: '' }));
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}

/**
 * Whether a folder may be in a Git repository, judged by what Git itself looks for. Asking Git means starting a process, which
 * takes longer the more memory this one has.
 */
function isInRepository(root: string): boolean {
  if (process.env.GIT_DIR) return true;
  try {
    const isMarked = (folder: string): boolean =>
      existsSync(join(folder, '.git')) || (dirname(folder) !== folder && isMarked(dirname(folder)));
    return isMarked(realpathSync(root));
  } catch {
    // That there is no such folder is reported elsewhere.
    return false;
  }
}

function digestLine(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
