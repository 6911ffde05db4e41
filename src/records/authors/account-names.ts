const accountNames = new Set([
  ...['', 'site', 'web', 'wp', 'wordpress', 'super', 'blog'].flatMap((what) =>
    ['admin', 'admins', 'administrator', 'administrators', 'master'].map((who) => what + who),
  ),
  ...['webmasters', 'editor', 'editors', 'root', 'user', 'users', 'test', 'testuser', 'wordpress', 'owner'],
  ...['author', 'publisher', 'guest', 'anonym', 'anonymous', 'unknown', 'support', 'info', 'import'],
  ...['importer', 'migration', 'dev', 'developer'],
]);

/** Whether a name is that of an account that belongs to nobody: `admin`, `Web Master`. */
export function isAccountName(name: string): boolean {
  const compact = compactName(name).replace(/(?<!\d)\d+$/, '');
  return accountNames.has(compact) || accountNames.has(compact.replace(/^the/, ''));
}

/** Whether a name is written as in addresses: `eva-berg`. */
export function isSlug(name: string): boolean {
  return /^[a-z\d]{1,40}(?:[-_.][a-z\d]{1,40})+$/.test(name);
}

/** Whether two names differ in nothing but case, spaces and punctuation. */
export function isSameName(name: string, other: string): boolean {
  return compactName(name) !== '' && compactName(name) === compactName(other);
}

function compactName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What may enclose a name beside a mail address. */
const pairs = ['()', '<>', '[]', '""', "''"];

/** A name without the mail addresses and handles (`@eva.berg`) beside it, and what encloses them. */
export function withoutMail(name: string): string {
  if (!name.includes('@')) return name;
  const parts = name
    .split(/([\s<>()[\],;:"])/)
    .filter((part, index, all) => part !== 'mailto' && !isAddress(part, all[index + 1]));
  const left = collapseSpaces(pairs.reduce((text, pair) => text.replaceAll(pair, ' '), parts.join('')));
  const isEnclosed = pairs.some(([open = '', close = '']) => left.startsWith(open) && left.endsWith(close));
  return collapseSpaces(isEnclosed ? left.slice(1, -1) : left);
}

/** Whether a part of a name is an address. @param next what separates it from the next part: a formula may begin with `@` */
function isAddress(part: string, next: string | undefined): boolean {
  return /[^@]@[^@]/.test(part) || (/^@[\w.]{1,60}$/.test(part) && next !== '(');
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
