import { join } from 'node:path';

import { renderRecord } from '../../ingest/write/render-entry.ts';
import { EditError, editFrontmatter, readFrontmatter } from '../../records/edit/edit-frontmatter.ts';
import { readRecordText } from '../../records/edit/record-text.ts';
import type { FileChange } from '../../records/edit/write-changes.ts';
import { normalizeName } from '../../records/normalize-name.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { frontmatterKeysOf } from '../../records/schemas/frontmatter-keys.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import type { TableProblem } from '../../tables/table-problem.ts';
import { chooseNewId, findSameRecord } from './choose-record.ts';
import type { DecidedRow } from './decisions.ts';
import { describeRecord } from './describe-record.ts';
import { createRecordNames, type RecordNames } from './record-names.ts';

/** A record that is made or gets further names. */
export interface RecordPlan extends FileChange {
  vocabulary: VocabularyName;
  id: string;
  /** The rows that it is made of; the first of a new one has its heading. */
  rows: readonly DecidedRow[];
  /** The names that are added to those that it has. */
  variants: readonly string[];
}

/** What a table makes of the records of an archive. */
export interface RecordsPlan {
  plans: RecordPlan[];
  /** The record that each accepted row stands for: `people/wang-yi`. */
  keys: Map<DecidedRow, string>;
}

/**
 * Plans the records of accepted rows. A row whose record was made by an earlier run changes nothing.
 *
 * @param root absolute path of the content folder
 * @param problems what is wrong with the rows is added to this
 */
export async function planRecords(
  root: string,
  content: ArchiveContent,
  decided: readonly DecidedRow[],
  problems: TableProblem[],
): Promise<RecordsPlan> {
  const names = createRecordNames(content);
  const keys = new Map<DecidedRow, string>();
  const plans = new Map<string, RecordPlan>();
  for (const plan of planNewRecords(root, decided, names, keys, problems))
    plans.set(`${plan.vocabulary}/${plan.id}`, plan);
  const added = new Map<string, DecidedRow[]>();
  for (const row of decided) {
    if (row.decision.kind !== 'same') continue;
    const same = findSameRecord(row, row.decision.id, names);
    if ('problem' in same) problems.push(same.problem);
    else {
      keys.set(row, same.key);
      const rows = added.get(same.key) ?? [];
      rows.push(row);
      added.set(same.key, rows);
    }
  }
  for (const [key, rows] of added) {
    const before = plans.get(key) ?? (await planUnchanged(root, key, names));
    const plan = before && addNames(before, rows, problems);
    if (plan) plans.set(key, plan);
  }
  return { plans: [...plans.values()], keys };
}

function planNewRecords(
  root: string,
  decided: readonly DecidedRow[],
  names: RecordNames,
  keys: Map<DecidedRow, string>,
  problems: TableProblem[],
): RecordPlan[] {
  const made: { row: DecidedRow; id: string }[] = [];
  for (const row of decided) {
    if (row.decision.kind !== 'yes') continue;
    const chosen = chooseNewId(root, row, names);
    if ('problem' in chosen) problems.push(chosen.problem);
    else {
      keys.set(row, `${row.vocabulary.name}/${chosen.id}`);
      if (chosen.isMade) continue;
      names.add(row.vocabulary.name, chosen.id, row.heading, row.row);
      made.push({ row, id: chosen.id });
    }
  }
  // A place may lie in another one that the table makes.
  return made.map(({ row, id }): RecordPlan => {
    const { data, problems: found } = describeRecord(row, (name) => {
      const place = names.findPlace(name);
      return place === id ? undefined : place;
    });
    problems.push(...found.map((each) => ({ at: row.row, ...each })));
    const { name: vocabulary } = row.vocabulary;
    const file = join(root, vocabulary, `${id}.md`);
    const after = new TextEncoder().encode(renderRecord(data, ''));
    return { file, before: undefined, after, vocabulary, id, rows: [row], variants: [] };
  });
}

/** A record that there is, as it is. */
async function planUnchanged(root: string, key: string, names: RecordNames): Promise<RecordPlan | undefined> {
  const entry = names.find(key)?.entry;
  if (!entry) return undefined;
  const vocabulary = key.slice(0, key.indexOf('/')) as VocabularyName;
  const { file, bytes } = await readRecordText(root, vocabulary, entry);
  return { file, before: bytes, after: bytes, vocabulary, id: entry.id, rows: [], variants: [] };
}

/** Adds the names of rows to the variants of a record. @returns undefined when it has all of them */
function addNames(
  plan: RecordPlan,
  rows: readonly DecidedRow[],
  problems: TableProblem[],
): RecordPlan | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plan.after);
  const values = readFrontmatter(text);
  const written = (values.variants ?? []) as string[];
  const known = new Set([String(values.name), ...written].map(normalizeName));
  const variants: string[] = [];
  for (const name of rows.flatMap(({ heading, variants: others }) => [heading, ...others])) {
    if (known.has(normalizeName(name))) continue;
    known.add(normalizeName(name));
    variants.push(name);
  }
  if (variants.length === 0) return undefined;
  try {
    const order = frontmatterKeysOf[plan.vocabulary].map(({ path }) => path);
    const value = [...written, ...variants];
    const after = new TextEncoder().encode(editFrontmatter(text, [{ path: 'variants', value }], order));
    return { ...plan, after, rows: [...plan.rows, ...rows], variants };
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    const fix = `Add the names to content/${plan.vocabulary}/${plan.id}.md by hand.`;
    for (const { row } of rows)
      problems.push({ at: row, column: 'decision', found: error.message, expected: 'plain YAML', fix });
    return undefined;
  }
}
