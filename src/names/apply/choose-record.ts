import { join } from 'node:path';

import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { checkAuthorityId, checkIds } from '../../records/check/check-ids.ts';
import { normalizeName } from '../../records/normalize-name.ts';
import { vocabularies } from '../../records/vocabularies.ts';
import type { TableProblem } from '../../tables/table-problem.ts';
import { cellOf, type DecidedRow } from './decisions.ts';
import type { RecordNames } from './record-names.ts';

/** The id of a record that a row makes, or what is wrong with it. `isMade`: whether an earlier run has made it already. */
type ChosenId = { id: string; isMade: boolean } | { problem: TableProblem };

/** Chooses the id of the record that a row makes: the one that it gives, or one made of its heading. */
export function chooseNewId(root: string, decided: DecidedRow, names: RecordNames): ChosenId {
  const { row, vocabulary, heading } = decided;
  const isSame = (id: string) => {
    const record = names.find(`${vocabulary.name}/${id}`);
    return record?.entry !== undefined && record.names.has(normalizeName(heading));
  };
  const given = cellOf(row, 'id');
  const id =
    given ||
    createIdChooser((each) => names.findAny(each) !== undefined && !isSame(each))(
      slugOf(heading, vocabulary.singular),
    );
  const file = join(root, vocabulary.name, `${id}.md`);
  const [invalid] = [...checkIds([{ id, file }]), ...checkAuthorityId({ id, file })];
  if (invalid) return refuse(decided, invalid.found, invalid.expected, 'Write another id.');
  const other = names.findAny(id);
  if (isSame(id)) return { id, isMade: true };
  if (other === undefined) return { id, isMade: false };
  const otherRow = names.find(other)?.row?.row;
  if (otherRow !== undefined) {
    const found = `the id "${id}", which row ${otherRow} has, too`;
    return refuse(decided, found, 'an id of its own', 'Write another id in one of the two rows.');
  }
  const found = `the id "${id}", which the record ${other} has`;
  const fix = `Write another id or, if they are the same, "same as ${id}" as the decision.`;
  return refuse(decided, found, 'an id that no record has', fix);
}

function refuse({ row }: DecidedRow, found: string, expected: string, fix: string): ChosenId {
  return { problem: { at: row, column: 'id', found, expected, fix } };
}

/**
 * Finds the record that a row says it is the same as.
 *
 * @param id as written: an id of its own vocabulary or, if that has none, of another; or a key like `people/wang-yi`
 * @returns its key, or what is wrong
 */
export function findSameRecord(
  { row, vocabulary }: DecidedRow,
  id: string,
  names: RecordNames,
): { key: string } | { problem: TableProblem } {
  const refuse = (found: string, expected: string, fix: string) => ({
    problem: { at: row, column: 'decision', found, expected, fix },
  });
  const keys = [`${vocabulary.name}/${id}`, ...vocabularies.map(({ name }) => `${name}/${id}`), id];
  const key = keys.find((each) => names.find(each) !== undefined);
  if (key === undefined) {
    const close = names.suggest(vocabulary.name, id);
    const fix = close ? `Did you mean "same as ${close}"?` : 'Correct the id, or make the record first.';
    return refuse(`"same as ${id}", which no record has`, 'the id of a record', fix);
  }
  const successor = names.find(key)?.entry?.data.replacedBy;
  if (successor === undefined) return { key };
  const found = `"same as ${id}", a record that was merged into another`;
  return refuse(found, 'the id of a record that is in use', `Write "same as ${successor}".`);
}
