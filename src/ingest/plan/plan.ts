import type { ArchiveContent } from '../../records/read/read-archive.ts';
import type { Item } from '../sources/source.ts';
import type { Outcome } from './outcome.ts';
import { createArticlePlanner, type ExistingSources, type PlanOptions } from './plan-article.ts';
import { createRecordPlanner } from './plan-record.ts';

/**
 * Decides what to do with each item. The decisions are the same whether the archive has some of the items already or not,
 * so that an interrupted run can be completed by running it again.
 *
 * @returns a function that decides about one item after the other, and remembers its decisions
 */
export function createPlanner(
  content: ArchiveContent,
  sources: ExistingSources,
  options: PlanOptions,
): (item: Item) => Outcome {
  const planArticle = createArticlePlanner(content, sources, options);
  const planRecord = createRecordPlanner(content);
  return (item) => {
    if (item.kind === 'draft') return planArticle(item.draft);
    return item.kind === 'record' ? planRecord(item.record, item.origin) : item;
  };
}
