import { toLine } from '../../text/lines.ts';

/** What the classes, ids and roles of a part say that it is, if it is no part of an article. The first that fits counts. */
const kinds: readonly [pattern: RegExp, what: string][] = [
  [/^(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|toc|skip)$/, 'the navigation'],
  [/^(?:comments?|disqus|respond|replies|commentlist|kommentare)$/, 'comments of readers'],
  [
    /^(?:related|recommended|recommendations?|readmore|alsoread|seealso|popular|trending|mostread|teasers?|upnext|outbrain|taboola)$/,
    'related stories',
  ],
  [/^(?:newsletter|subscribe|subscription|signup|mailinglist|paywall)$/, 'a newsletter box'],
  [/^(?:share|sharing|sharedaddy|social|socials|addtoany|addthis|follow)$/, 'share buttons'],
  [/^(?:ads?|advert|advertisement|adsense|sponsored|sponsor|promo)$/, 'an advertisement'],
  [/^(?:cookies?|consent|gdpr)$/, 'a notice about cookies'],
  [/^(?:masthead|nameplate)$/, 'the masthead'],
  [/^(?:tags|taglist|keywords)$/, 'a list of tags'],
  [/^(?:authorbox|authorbio|aboutauthor)$/, 'a note on the author'],
];

/** Names of two words that say what neither of them says. */
const pairs =
  /\b(read|also|see|up|most|mailing|sign|author|about|tag)[\s_-]?(more|read|also|next|list|up|box|bio|author)\b/gi;

/** Elements that a form asks with. */
const fields = 'input:not([type="hidden" i]), textarea, select, button';

/**
 * What a part of a page is, when its element or its names say that it is no part of an article: the navigation, related
 * stories, a newsletter box.
 */
export function kindOfPart(element: Element): string | undefined {
  const tag = element.localName;
  if (tag === 'nav') return 'the navigation';
  const labels = ['class', 'id', 'role', 'data-component', 'data-testid'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  const names = labels
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(pairs, '$1$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const named = kinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  if (named !== undefined) return named;
  if (tag === 'form' && element.querySelector(fields) !== null) return 'a form';
  return undefined;
}

/** What a part is that Readability did not take, where it is not a paragraph of the text. */
export function kindOfDropped(element: Element): string | undefined {
  const words = toLine(element.textContent);
  if (isHidden(element)) return 'a part that the page does not show';
  if (element.localName === 'article') return 'another article on the page';
  if (element.localName === 'aside')
    return isPullQuote(element) || isPicture(element, words) ? undefined : 'a box beside the text';
  if (
    element.localName === 'footer' &&
    !element.closest('blockquote') &&
    /©|\bcopyright\b|all rights/i.test(words)
  )
    return 'the footer';
  if (isLinkList(element, words)) return 'a list of links';
  if (isDateLine(element, words)) return 'a line with the date of the page';
  return undefined;
}

/** The longest caption, in characters. */
const longestCaption = 600;

/** Whether a box is a picture with its caption, though it is no `figure`. */
function isPicture(element: Element, words: string): boolean {
  if (element.querySelector('img, picture, video') === null || words.length > longestCaption) return false;
  return (
    /ImageObject|VideoObject/.test(element.getAttribute('itemtype') ?? '') ||
    (element.querySelector('h1, h2, h3, h4, h5, h6, ul, ol, form') === null && !isLinkList(element, words))
  );
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** Whether an element is a quotation from the text that a page shows larger. */
export function isPullQuote(element: Element): boolean {
  return /(?:^|[\s_-])pull-?quote/i.test(element.getAttribute('class') ?? '');
}

/** Several links with hardly a word beside them. A paragraph that is one link is none. */
function isLinkList(element: Element, words: string): boolean {
  if (!/^(?:ul|ol|div|section|header|footer|p|table)$/.test(element.localName)) return false;
  const links = [...element.querySelectorAll('a[href]')];
  if (links.length < 2) return false;
  const linked = links.reduce((sum, link) => sum + toLine(link.textContent).length, 0);
  return linked >= words.length * 0.75;
}

function isDateLine(element: Element, words: string): boolean {
  if (words.length > 80 || element.querySelector('p p, li') !== null) return false;
  if (element.localName === 'time' || element.querySelector('time') !== null) return true;
  return /(?:^|[\s_-])(?:date|time|timestamp|published|updated|posted-on|reading-?time)(?:$|[\s_-])/i.test(
    element.getAttribute('class') ?? '',
  );
}

/** What a masthead says of an issue: its number or volume. */
export function isMasthead(words: string): boolean {
  return (
    words.length < 300 && /\b(?:no|nr|n°|num|vol|issue|ausgabe|numéro|número)\b\.?[\s:]{0,3}\d/i.test(words)
  );
}
