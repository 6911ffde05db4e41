import { describeCategory, type TopicGroup } from '../terms/term-groups.ts';
import { mostFrequent } from './name-groups.ts';
import type { Proposal, RankedProposal } from './proposal.ts';

/**
 * Makes the rows of the topics that sources have as categories. They are ranked beside the names by the number of their
 * articles.
 */
export function proposeTopics(topics: readonly TopicGroup[]): RankedProposal[] {
  return topics.map((topic): RankedProposal => {
    const heading = mostFrequent(topic.spellings);
    const { articles, doubts, evidence, term } = topic;
    const proposal: Proposal = {
      kind: 'topic',
      heading,
      id: '',
      variants: [...topic.spellings.keys()].filter((spelling) => spelling !== heading),
      sortName: '',
      description: term.description === undefined ? '' : `proposed: ${term.description}`,
      country: '',
      coordinates: '',
      within: [],
      sameAs: [],
      articles,
      mentions: 0,
      evidence: evidence.map(({ title, article }) => `${describeCategory(title)} [${article}]`),
      doubts: articles === 1 ? [...doubts, 'a category of one article only'] : doubts,
    };
    const confidence = (doubts.length > 0 ? 0.4 : 0.8) * (articles === 1 ? 0.5 : 1);
    return { proposal, rank: confidence * (1 + Math.log2(articles)) };
  });
}
