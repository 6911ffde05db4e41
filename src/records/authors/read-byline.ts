/** What a printed byline says. */
export interface Byline {
  /** The authors in the order in which they are printed. */
  names: string[];
  /** What else it says of them: `Staff Writers`, `Reuters`. */
  roles: string[];
}

const works = [
  'written',
  'words',
  'story',
  'text',
  'article',
  'reported',
  'reporting',
  'report',
  'photo',
  'photos',
  'pictures',
];
/** The words that a byline begins with, where they can be nothing else. */
const openings = [
  ...['by', 'text von', 'texte par', 'text', 'text och foto', 'author', 'authors', 'autor', 'byline'],
  ...['propos recueillis par', 'escrito por', 'scritto da', 'tekst', 'بقلم', 'كتب', 'كتبت'],
  ...works.flatMap((work) => [`${work} by`, `${work} and photos by`, `${work} and pictures by`]),
].sort((a, b) => b.length - a.length);
/** Those that could also begin a surname: two words with capitals follow them. */
const ownOpening = /^(?:[Vv]on|[Pp]ar|[Pp]or|[Aa]v|[Aa]f|[Dd]oor|di)(?::\s*|\s+(?=\p{Lu}\S*\s\p{L}))/u;
/** Those of Chinese and Japanese: "text" before a sign, and "reporter". */
const unspacedOpening = /^(?:(?:撰文|文|作者)\s*[/／:：|｜=＝]|(?:本报|本報)?(?:记者|記者)[/／:：]?)\s*/u;
/** Between names on one line, whose spaces are single. */
const conjunction =
  / (?:[Aa]nd|AND|[Uu]nd|UND|[Ee]t|ET|[Oo]g|OG|[Oo]ch|OCH|[Ee]n|EN|[Ww]ith|WITH|y|e|и|і|και|ve|és|ja|oraz|&|\+) | ?[;|·•،、，；] ?|(?<=[^\s;]) ?\/ ?(?=\S)/;
/** A dash between a name and what is said of it. */
const dash = / [–—-] /;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|esq|obe|cbe|mbe|mp)\.?$/i;
/** Words that say what someone is or belongs to. */
const role =
  /(?:^|[\s-])(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|contributing|columnists?|critics?|photographers?|journalists?|chief|bureau|desk|newsroom|agency|agencies|agence|press|presse|news|reuters|wire|service|services|newspapers?|special|guest|for|university|professor|author|freelance|redaktion|rédaction|redacción|redazione|redactie|redação)(?:$|[\s-])/i;
/** How titles of newspapers end; one that follows a name says where the author works. */
const newspaper =
  /\s(?:post|times|herald|gazette|tribune|chronicle|telegraph|journal|courier|observer|echo|mail|mirror|standard|examiner|inquirer|bulletin|dispatch|sentinel|zeitung|rundschau|tageblatt)$/i;
/** What others than the authors did. */
const otherWork =
  /^(?:additional reporting|editing|edited|compiled|translated|translation|photographs?|photos?|illustrations?|illustrated|graphics?) by\s/i;
/** Where an author wrote: "in Rome". */
const place = / (?:in|à|à la|em) (?=\p{Lu})/u;
/** An office that follows a name without a comma; others could be a part of what stands before them. */
const office = / (?:staff (?:writer|reporter|correspondent|photographer)s?|기자)$/i;

/**
 * Parts a printed byline into the names of its authors and what else it says of them. What cannot be parted without
 * guessing stays one name, as printed.
 *
 * @param line one line in Unicode's composed form (NFC), whose spaces are single
 *
 * @example
 * readByline('By Nils Sund and Eva Berg, Staff Writers') // { names: ['Nils Sund', 'Eva Berg'], roles: ['Staff Writers'] }
 */
export function readByline(line: string): Byline {
  const withoutOpening = removeOpening(line);
  const text = withoutParentheses(withoutOpening.replace(/[.,;:]$/, '').trim());
  const names: string[] = [];
  const roles: string[] = [];
  for (const group of text.split(conjunction)) {
    for (const [index, part] of group.split(/,\s+/).entries()) {
      const { name: words, remarks } = partName(part.replace(/^and\s+|,$/gi, '').trim());
      const isRole =
        names.length > 0 &&
        (role.test(words) || (index > 0 && (newspaper.test(words) || place.exec(` ${words}`)?.index === 0)));
      if (words === '') roles.push(...remarks);
      else if (suffix.test(words) && names.length > 0) names.push(`${names.pop() ?? ''}, ${words}`);
      else if (isRole || otherWork.test(words) || openings.includes(words.toLowerCase()))
        roles.push(words, ...remarks);
      else {
        names.push(words);
        roles.push(...remarks);
      }
    }
  }
  // A single word may be a place, or a given name that shares its surname with the next: the whole stays as printed.
  const [first = ''] = names;
  const isClear = names.length < 2 || names.every((name) => /\s/.test(name) || /^\p{Lo}{2,}$/u.test(name));
  if (isClear) return { names, roles };
  const rest = names.slice(1);
  // "Meer, Ada" may be a surname and a given name, but nobody prints "By Meer, Ada".
  const isPrinted = withoutOpening !== line;
  const isPlace = isPrinted && /\s/.test(first) && rest.length === 1 && text.startsWith(`${first}, `);
  return isPlace ? { names: [first], roles: [...rest, ...roles] } : { names: [withoutOpening], roles: [] };
}

/** Whether a name is certainly not that of a person: an office, an agency, a newspaper. */
export function isCollectiveName(name: string): boolean {
  return /^the\s/i.test(name) || role.test(name) || newspaper.test(name);
}

/** Whether a name is one that {@link readByline} has parted, and not several that it could not part. */
export function isOneName(name: string): boolean {
  const words = name.split(' ');
  // "Ortega y Gasset" is one surname.
  const isSurname = words.length > 3 && words.at(-2) === 'y';
  const [, ...others] = (isSurname ? words.toSpliced(-2, 1).join(' ') : name).split(conjunction);
  if (dash.test(name)) return false;
  return others.length === 0 && name.split(/,\s*/).every((part, index) => index === 0 || suffix.test(part));
}

/** Parts what is said of an author from the name: "Ada Lind (Reuters)", "Ada Lind in Rome", "Ada Lind Staff Writer". */
function partName(words: string): { name: string; remarks: string[] } {
  // Signs of a markup language stand without a space.
  const open = words.endsWith(')') ? words.lastIndexOf(' (') : -1;
  const cuts = [open, ...[place, office, dash].map((each) => each.exec(words)?.index ?? -1)];
  const cut = Math.min(...cuts.filter((each) => each > 0));
  if (cut === Infinity) return { name: words, remarks: [] };
  const name = words.slice(0, cut).trim();
  const remark = words.slice(cut).replace(/^(?: [–—-])? ?\(?|\)$/g, '');
  const isRemark =
    cut === open ||
    (/\s|^\p{Lo}{2,}$/u.test(name) && !isCollectiveName(name) && (!dash.test(words) || isEmployer(remark)));
  return isRemark ? { name, remarks: [remark] } : { name: words, remarks: [] };
}

/** Whether what follows a dash is no further name: one word, an office, a newspaper. */
function isEmployer(remark: string): boolean {
  return !/\s/.test(remark) || isCollectiveName(remark);
}

function withoutParentheses(text: string): string {
  const isEnclosed = text.startsWith('(') && text.indexOf(')') === text.length - 1;
  return isEnclosed ? text.slice(1, -1).trim() : text;
}

/** Removes what a byline begins with, several times if it is there several times. */
function removeOpening(line: string): string {
  let rest = line;
  for (let opening = findOpening(rest); opening !== undefined; opening = findOpening(rest))
    rest = rest.slice(opening.length).replace(/^[:\s]+/, '');
  const text = rest.replace(ownOpening, '').replace(unspacedOpening, '');
  // Reporters of Chinese newspapers are parted by spaces; in Japanese, a space may part one name.
  return line.includes('记者') ? text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '、') : text;
}

function findOpening(line: string): string | undefined {
  const start = line.slice(0, 40).toLowerCase();
  return openings.find((each) => start.startsWith(each) && /^[:\s]/.test(start.slice(each.length)));
}
