import { articleIdForm, isArticleId } from './check-ids.ts';
import { normalizeName } from '../normalize-name.ts';
import { normalizeUnicode } from '../normalize-unicode.ts';
import { findNearestName } from './nearest-name.ts';
import type { DataPath } from '../read/yaml-offsets.ts';
import { displayPath, type Position, type Problem } from '../problem.ts';
import type { ArticleData, AuthorityData } from '../schemas/schemas.ts';
import type { KnownIds } from '../schemas/known-ids.ts';
import { listTags, tagPath } from '../tags.ts';
import { findVocabulary, vocabularies, type Vocabulary, type VocabularyName } from '../vocabularies.ts';

/** What is known about a record, with the positions of its values. */
export interface Located<Data> {
  id: string;
  /** Absolute path. */
  file: string;
  /** The keys that are valid on their own. */
  data: Partial<Data>;
  positionOf(path: DataPath): Position;
}

/** Checks that every tag of the articles is the id of an authority record, and is not repeated. */
export function checkTags(articles: readonly Located<ArticleData>[], known: KnownIds): Problem[] {
  const sets = new Map(vocabularies.map(({ name }) => [name, new Set(known[name])]));
  return articles.flatMap((article) =>
    vocabularies.flatMap((vocabulary) =>
      listTags(article.data, vocabulary).flatMap((id, index, ids) => {
        const path = tagPath(vocabulary, index);
        if (!sets.get(vocabulary.name)?.has(id)) return [unknownId(article, path, id, vocabulary, known)];
        if (ids.indexOf(id) === index) return [];
        const found = `the ${vocabulary.singular} "${id}" a second time`;
        return [problemAt(article, path, found, 'each tag once', 'Remove one of the two.')];
      }),
    ),
  );
}

/** Checks the records of one vocabulary against each other: their names, and the ids that they refer to in any. */
export function checkVocabulary(
  vocabulary: Vocabulary,
  records: readonly Located<AuthorityData>[],
  known: KnownIds,
): Problem[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const idsIn = memoizeSets(known);
  const problems: Problem[] = [];
  for (const record of records) {
    for (const { id, path, of } of listReferences(record.data, vocabulary)) {
      if (!idsIn(of.name).has(id)) problems.push(unknownId(record, path, id, of, known));
      else if (of !== vocabulary) continue;
      else if (id === record.id) problems.push(loop(record, path, [id, id]));
      else if (path[0] === 'replacedBy' && byId.get(id)?.data.replacedBy) {
        const chain = replacementChain(record, byId);
        const last = chain.at(-1) ?? id;
        if (chain.indexOf(last) < chain.length - 1) problems.push(loop(record, path, chain));
        else {
          const found = `"replacedBy: ${id}", a record that is itself replaced`;
          const fix = `Write "replacedBy: ${last}".`;
          problems.push(problemAt(record, path, found, 'the record that is in use', fix));
        }
      }
    }
  }
  return [...problems, ...findLoops(vocabulary, records, byId), ...findSharedNames(records)];
}

/** Checks that each former id belongs to one article only, and is not in use. */
export function checkFormerIds(
  articles: readonly Located<ArticleData>[],
  ids: ReadonlySet<string>,
): Problem[] {
  const claimed = new Map<string, Located<ArticleData>>();
  return articles.flatMap((article) =>
    (article.data.formerIds ?? []).flatMap((former, index) => {
      const path = ['formerIds', index];
      const other = claimed.get(former);
      claimed.set(former, article);
      if (!isArticleId(former)) {
        const found = `the former id "${former}", which no article can have had`;
        return [problemAt(article, path, found, articleIdForm, 'Write the id as it was, without ".md".')];
      }
      if (ids.has(former)) {
        const found = `the former id "${former}", which is an article's id today`;
        return [
          problemAt(
            article,
            path,
            found,
            'an id that is no longer in use',
            'Remove it, or rename that article.',
          ),
        ];
      }
      if (!other) return [];
      const found = `the former id "${former}", which ${displayPath(other.file)} also claims`;
      return [
        problemAt(article, path, found, 'a former id of one article', 'Remove it from one of the two.'),
      ];
    }),
  );
}

/** The ids of each vocabulary as a set, which is made when it is first needed. */
function memoizeSets(known: KnownIds): (name: VocabularyName) => ReadonlySet<string> {
  const sets = new Map<VocabularyName, ReadonlySet<string>>();
  return (name) => {
    const ids = sets.get(name) ?? new Set(known[name]);
    sets.set(name, ids);
    return ids;
  };
}

/** An id that a record refers to, with its path, and the vocabulary in which it is. */
interface Reference {
  id: string;
  path: DataPath;
  of: Vocabulary;
}

/** Lists the ids that a record refers to. */
function listReferences(data: Partial<AuthorityData>, vocabulary: Vocabulary): Reference[] {
  const values: Readonly<Record<string, unknown>> = data;
  const keys = { ...vocabulary.references, replacedBy: vocabulary.name };
  return Object.entries(keys).flatMap(([key, name]): Reference[] => {
    const of = findVocabulary(name as VocabularyName);
    const value = values[key];
    if (Array.isArray(value)) return value.map((id: string, index) => ({ id, path: [key, index], of }));
    return typeof value === 'string' ? [{ id: value, path: [key], of }] : [];
  });
}

/** The ids of a record and of its successive replacements; a loop ends with an id that is already in the list. */
function replacementChain(
  { id, data }: Located<AuthorityData>,
  byId: ReadonlyMap<string, Located<AuthorityData>>,
): string[] {
  const chain = [id];
  for (let next = data.replacedBy; next !== undefined; next = byId.get(next)?.data.replacedBy) {
    const closes = chain.includes(next);
    chain.push(next);
    if (closes) break;
  }
  return chain;
}

/** Finds loops of references (`within`, `broader`, `continues`) by depth-first search, with an explicit stack, and reports each once. */
function findLoops(
  vocabulary: Vocabulary,
  records: readonly Located<AuthorityData>[],
  byId: ReadonlyMap<string, Located<AuthorityData>>,
): Problem[] {
  const problems: Problem[] = [];
  const visited = new Set<string>();
  const step = (record: Located<AuthorityData>) => {
    visited.add(record.id);
    const upwards = listReferences(record.data, vocabulary).filter(
      ({ of, path }) => of === vocabulary && path[0] !== 'replacedBy',
    );
    return { record, upwards };
  };
  for (const root of records) {
    const trail = visited.has(root.id) ? [] : [step(root)];
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const reference = top.upwards.shift();
      const next = reference && byId.get(reference.id);
      if (!reference) trail.pop();
      else if (!next || next === top.record) continue;
      else if (!visited.has(next.id)) trail.push(step(next));
      else {
        const ids = trail.map(({ record }) => record.id);
        const start = ids.indexOf(next.id);
        if (start >= 0) problems.push(loop(top.record, reference.path, [...ids.slice(start), next.id]));
      }
    }
  }
  return problems;
}

/** Finds names and variants that two records share, ignoring case. The names of replaced records are free. */
function findSharedNames(records: readonly Located<AuthorityData>[]): Problem[] {
  const claims = new Map<string, Located<AuthorityData>>();
  return records.flatMap((record) => {
    if (record.data.replacedBy !== undefined) return [];
    const { name, variants = [] } = record.data;
    const names = [
      ...(name === undefined ? [] : [{ name, path: ['name'] }]),
      ...variants.map((name, index) => ({ name, path: ['variants', index] })),
    ];
    return names.flatMap(({ name, path }) => {
      const key = normalizeName(normalizeUnicode(name, 'NFKC')).toLowerCase();
      const other = claims.get(key);
      if (!other) claims.set(key, record);
      if (!other || other === record) return [];
      const found = `the name "${name}", which ${displayPath(other.file)} also has`;
      const fix =
        'Distinguish the two ("John Smith (bishop)"), remove the variant from one, or merge them with replacedBy.';
      return [problemAt(record, path, found, 'a name of one record only', fix)];
    });
  });
}

function unknownId<Data>(
  record: Located<Data>,
  path: DataPath,
  id: string,
  { name, singular }: Vocabulary,
  known: KnownIds,
): Problem {
  const close = findNearestName(id, known[name]);
  const add = `add content/${name}/${id}.md`;
  const fix = close
    ? `Did you mean "${close}"? Otherwise ${add}.`
    : `${add.charAt(0).toUpperCase()}${add.slice(1)}.`;
  return problemAt(
    record,
    path,
    `the ${singular} "${id}", which has no record`,
    `the id of a file in content/${name}/`,
    fix,
  );
}

function loop(record: Located<AuthorityData>, path: DataPath, trail: readonly string[]): Problem {
  const found = `a loop: ${trail.join(' → ')}`;
  return problemAt(record, path, found, `no loops in "${String(path[0])}"`, 'Remove one of these links.');
}

function problemAt<Data>(
  { file, positionOf }: Located<Data>,
  path: DataPath,
  found: string,
  expected: string,
  fix: string,
): Problem {
  return { file, ...positionOf(path), found, expected, fix };
}
