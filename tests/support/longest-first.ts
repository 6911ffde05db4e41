import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The test files that take longest, below `tests`: of each project the longest first. */
const longest = [
  'unit/long-runs.test.ts',
  'unit/regular-expressions.test.ts',
  'unit/ingest/ended-run.test.ts',
  'unit/ingest/long-runs.test.ts',
  'unit/demo/demo.test.ts',
  'site/rebuild.test.ts',
  'site/changing.test.ts',
  'site/spans.test.ts',
  'site/damaged.test.ts',
  'site/recipes.test.ts',
  'site/killed.test.ts',
  'site/span-hosts.test.ts',
  'site/pages.test.ts',
  'site/pages-with-scripts.test.ts',
  'site/spans-again.test.ts',
  'site/publishing.test.ts',
  'site/federation.test.ts',
  'site/editor/editor-files.test.ts',
  'site/output-folder.test.ts',
  'site/same-everywhere.test.ts',
  'site/accidents.test.ts',
  'site/warm-processes.test.ts',
  'site/authors.test.ts',
].map((file) => join(import.meta.dirname, '..', file));

/**
 * Begins with the files that take longest, so that no worker has one left when the other has nothing to do any more. Vitest
 * does so by the times of an earlier run, which a fresh checkout has not, and else by the sizes of the files.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const missing = longest.filter((file) => !existsSync(file));
    if (missing.length > 0)
      throw new Error(`Not there, but listed in longest-first.ts: ${missing.join(', ')}`);
    // Projects run one after the other, and stay in their order.
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    const rankOf = ({ moduleId }: TestSpecification) => longest.indexOf(moduleId) >>> 0;
    return [...projects.values()].flatMap((each) => each.sort((a, b) => rankOf(a) - rankOf(b)));
  }
}
