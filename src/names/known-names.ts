import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem } from '../records/problem.ts';
import { listRecordFiles } from '../records/read/list-files.ts';
import { readMarkdownRecord } from '../records/read/read-record.ts';
import { authoritySchemas, type AuthorityData } from '../records/schemas/schemas.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { foldName } from './fold-name.ts';
import { keysOf } from './propose/near-spellings.ts';

/** The names that the archive's records have. */
export interface KnownNames {
  /** Whether a record of any vocabulary has a name, compared as {@link foldName} does. */
  has(name: string): boolean;
  hasId(singular: string, id: string): boolean;
  /** The id of a place by its folded name. */
  findPlaceId(folded: string): string | undefined;
  /** The headings of people of whose names one is the first or the last word. */
  findPeople(name: string): string[];
  /** The ids of the records of a kind that have a name of a sound: see `keysOf`. */
  findBySound(singular: string, sound: string): readonly string[];
}

/**
 * Reads the names of all records.
 *
 * @param root absolute path of the content folder
 * @param problems those of the files are added to this
 */
export function readKnownNames(root: string, problems: Problem[]): KnownNames {
  const names = new Set<string>();
  const ids = new Set<string>();
  const places = new Map<string, string>();
  const people = new Map<string, string[]>();
  const sounds = new Map<string, string[]>();
  for (const { name: vocabulary, singular } of vocabularies) {
    for (const { file, id } of listRecordFiles(join(root, vocabulary)).files) {
      ids.add(`${singular} ${id}`);
      const { data, problems: found } = readMarkdownRecord<AuthorityData>(
        readFileSync(file),
        authoritySchemas[vocabulary],
      );
      problems.push(...found.map((problem) => ({ file, ...problem })));
      for (const name of data ? [data.name, ...data.variants] : []) {
        const folded = foldName(name);
        names.add(folded);
        for (const sound of keysOf(name)) addTo(sounds, `${singular} ${sound}`, id);
        if (vocabulary === 'places' && !places.has(folded)) places.set(folded, id);
        if (vocabulary === 'people' && data) addPerson(people, folded, data.name);
      }
    }
  }
  return {
    has: (name) => names.has(foldName(name)),
    hasId: (singular, id) => ids.has(`${singular} ${id}`),
    findPlaceId: (folded) => places.get(folded),
    findPeople: (name) => people.get(foldName(name)) ?? [],
    findBySound: (singular, sound) => sounds.get(`${singular} ${sound}`) ?? [],
  };
}

function addPerson(people: Map<string, string[]>, folded: string, heading: string): void {
  const parts = folded.split(' ');
  if (parts.length < 2) return;
  for (const part of new Set([parts[0] ?? '', parts.at(-1) ?? ''])) addTo(people, part, heading);
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
