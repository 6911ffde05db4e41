import type { ProblemMessage } from '../problem.ts';

/** Keys that records once had, by their paths, with what to do about them. */
const formerKeys: Readonly<Record<string, ProblemMessage>> = {
  'source.name': {
    found: 'the key "name" of "source", in place of which there are records of publications now',
    expected: '"publication", with the id of a record in content/publications/',
    fix: 'Run "npm run tag -- --source-names": it changes this in all articles, and makes the records that are missing.',
  },
};

/** What to do about a key that records once had; undefined for any other. @param path `source.name` */
export function describeFormerKey(path: string): ProblemMessage | undefined {
  return Object.hasOwn(formerKeys, path) ? formerKeys[path] : undefined;
}
