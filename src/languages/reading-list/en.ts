import { createCounting } from '../counting.ts';

const counting = /* @__PURE__ */ createCounting('en');
const articles = (total: number) => counting.count(total, { one: 'article', other: 'articles' });

/** Messages of the code of the buttons under an article's citation. */
export const cite = {
  copied: 'Copied',
  selected: 'Selected: copy it with your browser',
};

/** Messages of the code of the reading list. */
export const readingList = {
  added: 'In the reading list',
  show: 'Show the list',
  notKept: 'This browser does not let the archive keep a list.',
  listOfOne: 'Open a list with this article, whose address can be bookmarked',
  notRead: 'This page could not be added.',
  holds: (total: number) => `${articles(total)}, kept in this browser`,
  shared: (total: number) => `${articles(total)}, listed in this page’s address`,
  nothing: 'The list is empty. Articles are added by the button “Add to reading list” on their pages.',
  nothingInAddress: 'No article could be loaded from this address.',
  useAddress: 'Use an address instead: the one of a list can be bookmarked or sent, and needs no storage.',
  loading: (loaded: number, total: number) => `${loaded} of ${articles(total)} loaded`,
  wrong: (ids: readonly string[]) => `Not the id of an article, and left out: ${ids.join(', ')}`,
  notLoaded: (ids: readonly string[]) => `Not loaded: ${ids.join(', ')}`,
  notLoadedWhy: 'There is no such article, it has been withdrawn, or the network failed.',
  tooMany: (most: number) => `Only the first ${articles(most)} of this address are shown.`,
  remove: 'Remove',
  removeTitle: (title: string) => `Remove ${title}`,
  removed: (title: string) => `Removed: ${title}`,
  kept: 'Kept in this browser',
  showKept: 'Show the list kept in this browser',
  copied: 'Link copied',
  copyByHand: 'Copy this link with your browser:',
  longLink: 'The link is very long, and some hosts and mail programs may refuse it.',
  linkOf: (most: number) => `The link has only the first ${articles(most)}.`,
  confirm: (total: number) => `Remove ${articles(total)} from the list?`,
};
