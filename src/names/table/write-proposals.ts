import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { displayPath } from '../../records/problem.ts';
import { CommandError } from '../../system/command-error.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { joinList } from '../../tables/list-cell.ts';
import { renderTable } from '../../tables/render-table.ts';
import { namesColumns } from '../names-table.ts';
import type { Proposal } from '../propose/proposal.ts';

/**
 * Writes the table of proposals: see {@link namesColumns}.
 *
 * @throws {CommandError} when a file of that name is something else, or has decisions: see {@link checkReplaceable}
 */
export async function writeProposals(file: string, proposals: readonly Proposal[]): Promise<void> {
  await checkReplaceable(file);
  await writeFileSafely(file, renderProposals(proposals));
}

function renderProposals(proposals: readonly Proposal[]): Iterable<string> {
  return renderTable([namesColumns, ...proposals.map(toRow)]);
}

function toRow(proposal: Proposal): string[] {
  const { kind, heading, id, sortName, description, country, coordinates, articles, mentions, evidence } =
    proposal;
  return [
    '',
    kind,
    heading,
    id,
    joinList(proposal.variants),
    sortName,
    description,
    country,
    coordinates,
    joinList(proposal.within),
    joinList(proposal.sameAs),
    String(articles),
    String(mentions),
    evidence[0] ?? '',
    evidence[1] ?? '',
    evidence[2] ?? '',
    joinList(proposal.doubts),
  ];
}

/**
 * Makes sure that a file may be replaced: it is not there, or it is a table of proposals in which nothing was decided.
 *
 * @throws {CommandError} otherwise, with what to do
 */
export async function checkReplaceable(file: string): Promise<void> {
  const text = await readIfThere(file);
  if (text === undefined) return;
  const remedy = 'Give another file with --out, or move this one away.';
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true });
  } catch {
    rows = [];
  }
  const [header = [], ...others] = rows;
  if (header.join() !== namesColumns.join())
    throw new CommandError(
      `${displayPath(file)}: found a file that is not a table of proposals as it was written; expected none, or such a table. ${remedy}`,
    );
  const decided = others.findIndex(([decision]) => decision?.trim());
  if (decided >= 0)
    throw new CommandError(
      `${displayPath(file)}: found the decision "${others[decided]?.[0]?.trim()}" in row ${decided + 2}; expected a table without decisions, which can be replaced. Apply it first (npm run names -- --apply ${displayPath(file)}), or give another file with --out.`,
    );
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR')
      throw new CommandError(
        `${displayPath(file)}: found a folder; expected a file. Give a file with --out.`,
      );
    throw error;
  }
}
