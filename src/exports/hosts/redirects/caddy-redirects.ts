import { decodeBytes } from './decode-bytes.ts';
import { groupByQuery, listForms, listQueries, type Redirect } from './redirects.ts';

/**
 * Renders redirects as directives of Caddy, in the order in which they have to be run. It finds parameters in any order,
 * where they have plain names and values; others in the orders that are listed.
 */
export function renderCaddyRedirects(redirects: readonly Redirect[]): string[] {
  const { plain, byNames, exact } = groupByQuery(redirects);
  const maps = [
    {
      source: '{path}?{query}',
      rows: exact.flatMap((redirect) =>
        listKeys(
          redirect,
          listQueries(redirect.query).map((query) => `?${query}`),
        ),
      ),
    },
    ...byNames.map(({ names, redirects: group }) => ({
      source: `{path}?${names.map((name) => `${name}={query.${name}}`).join('&')}`,
      rows: group.flatMap((redirect) =>
        listKeys(redirect, [`?${redirect.query.map(decodeParameter).join('&')}`]),
      ),
    })),
    { source: '{path}', rows: plain.flatMap((redirect) => listKeys(redirect, [''])) },
  ].filter(({ rows }) => rows.length > 0);
  return maps.flatMap(({ source, rows }, index) => {
    const name = `archive-moved-${index + 1}`;
    return [
      `map "${source}" {${name}} {`,
      ...rows.map(([key, to]) => `\t${key} ${to}`),
      '\tdefault ""',
      '}',
      `@${name} expression \`{${name}} != ""\``,
      `redir @${name} {${name}} 301`,
    ];
  });
}

/** A row for each form of the path and each query, which begins with `?` or is empty. */
function listKeys(
  { from, to }: Redirect,
  queries: readonly string[],
): (readonly [key: string, to: string])[] {
  return listForms(from).flatMap((path) =>
    queries.map((query) => [renderKey(Buffer.concat([decodeBytes(path), Buffer.from(query)])), to] as const),
  );
}

/** Caddy has the values of parameters decoded. */
function decodeParameter([name, value = '']: Redirect['query'][number]): string {
  return `${name}=${decodeBytes(value).toString()}`;
}

/** A word of the Caddyfile; a regular expression where the key has a character that is syntax, or a byte that is not UTF-8. */
function renderKey(bytes: Buffer): string {
  const text = bytes.toString();
  if (/^[\p{L}\p{M}\p{N}/._~!&'()+,;=:@?%-]+$/u.test(text)) return text;
  if (/^[\p{L}\p{M}\p{N}/._~!&'()+,;=:@?%* [\]-]+$/u.test(text)) return `"${text}"`;
  // A byte that is not UTF-8 is matched by U+FFFD, as which it has been decoded here, too.
  const expression = text.replace(
    /[^\w/]/gu,
    (character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `\`~^${expression}$\``;
}
