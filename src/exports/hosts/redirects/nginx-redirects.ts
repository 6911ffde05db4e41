import { decodeBytes } from './decode-bytes.ts';
import {
  groupByQuery,
  listForms,
  likeBrowsers,
  listQueries,
  partByHome,
  type Redirect,
} from './redirects.ts';

/** A `map` of nginx: by the value of some variables, the path to lead to. */
interface NginxMap {
  /** What is looked up: `$uri`. */
  source: string;
  /** The variable that it sets. */
  variable: string;
  rows: readonly Row[];
}

interface Row {
  key: Buffer;
  to: string;
  isCaseSensitive: boolean;
}

/** The redirects of a site for nginx. */
export interface NginxRedirects {
  /** The variable that has the path to lead to, in the folder of the site: `$moved`. */
  inside: string;
  /** The same for paths above that folder; undefined where there are none. */
  outside: string | undefined;
  /** The least `map_hash_bucket_size` and `map_hash_max_size` that they need. */
  bucketSize: number;
  maxSize: number;
  /** The lines for the `http` block; bytes, since an old address need not be UTF-8. */
  content: Buffer<ArrayBuffer>;
}

/**
 * Renders redirects as maps of nginx, to be included in its `http` block. It finds parameters in any order, where they have
 * plain names and values; others in the orders that are listed.
 *
 * @param home the path of the site's home page, which tells its variables from those of another archive on the same host
 */
export function renderNginxRedirects(redirects: readonly Redirect[], home: string): NginxRedirects {
  const name = home.replace(/\W+/g, '_').replace(/_$/, '');
  const parts = partByHome(redirects, home);
  const inside = `$moved${name}`;
  const outside = parts.outside.length > 0 ? `$moved_to${name}` : undefined;
  const maps = [
    ...listMaps(parts.inside, inside),
    ...(outside === undefined ? [] : listMaps(parts.outside, outside)),
  ];
  const longest = maps.flatMap(({ rows }) => rows).reduce((most, { key }) => Math.max(most, key.length), 0);
  return {
    inside,
    outside,
    bucketSize: nextSize(512, longest + 32),
    maxSize: nextSize(
      2048,
      maps.reduce((most, { rows }) => Math.max(most, rows.length), 0),
    ),
    content: Buffer.concat(maps.map(renderMap)),
  };
}

/** A map for each set of parameters, each of which falls back to the next; the first sets the variable. */
function listMaps(redirects: readonly Redirect[], variable: string): NginxMap[] {
  const { plain, byNames, exact } = groupByQuery(redirects);
  const maps: Omit<NginxMap, 'variable'>[] = byNames.map(({ names, redirects: group }) => ({
    source: `"$uri?${names.map((name) => `${name}=$arg_${name}`).join('&')}"`,
    rows: group.flatMap((redirect) =>
      pathKeys(redirect).flatMap((path) =>
        combine(redirect.query.map(spellParameter)).map((query) => ({
          ...path,
          key: joinQuery(path.key, query),
        })),
      ),
    ),
  }));
  if (exact.length > 0)
    maps.unshift({
      source: '$request_uri',
      rows: exact.flatMap((redirect) =>
        listForms(redirect.from).flatMap((path) =>
          listQueries(redirect.query).map((query) => ({
            ...redirect,
            key: joinQuery(Buffer.from(path), query),
          })),
        ),
      ),
    });
  maps.push({ source: '$uri', rows: plain.flatMap(pathKeys) });
  const [only] = maps;
  if (maps.length === 1 && only) return [{ ...only, variable }];
  // Each is looked up only if those before it have found nothing.
  const named = maps.map((map, index) => ({ ...map, variable: `${variable}_${index + 1}` }));
  const found = named.map((map) => map.variable);
  return [
    ...named,
    ...found.slice(0, -1).map((own, index): NginxMap => {
      const rest = index === found.length - 2 ? (found.at(-1) ?? '') : `${variable}_or_${index + 2}`;
      return {
        source: own,
        variable: index === 0 ? variable : `${variable}_or_${index + 1}`,
        rows: [
          { key: Buffer.alloc(0), to: rest, isCaseSensitive: false },
          { key: Buffer.from('default'), to: own, isCaseSensitive: false },
        ],
      };
    }),
  ];
}

/** As nginx has a path in `$uri`: decoded, without repeated slashes. */
function pathKeys({ from, to, isCaseSensitive }: Redirect): Row[] {
  return listForms(from.replace(/\/{2,}/g, '/')).map((path) => ({
    key: decodeBytes(path),
    to,
    isCaseSensitive,
  }));
}

function joinQuery(path: Buffer, query: string): Buffer {
  return Buffer.concat([path, Buffer.from(`?${query}`)]);
}

/** The ways in which browsers and forms write a parameter, whose value nginx does not decode. */
function spellParameter([name, value = '']: Redirect['query'][number]): string[] {
  const spellings = new Set([
    value,
    likeBrowsers(value),
    value.replaceAll('%20', '+'),
    encodeURIComponent(decodeOrKeep(value)),
  ]);
  return [...spellings].map((each) => `${name}=${each}`);
}

function decodeOrKeep(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function combine(choices: readonly (readonly string[])[]): string[] {
  return choices.reduce<string[]>(
    (all, own) => all.flatMap((before) => own.map((each) => (before === '' ? each : `${before}&${each}`))),
    [''],
  );
}

function renderMap({ source, variable, rows }: NginxMap): Buffer<ArrayBuffer> {
  // nginx ignores the case of keys; where it must not, they are regular expressions, which it tries one after the other.
  const spellings = Map.groupBy(rows, ({ key }) => key.toString('latin1').toLowerCase());
  const lines = [...spellings.values()].flatMap((group) => {
    const byKey = new Map(group.map((row) => [row.key.toString('latin1'), row]));
    const isExact = byKey.size > 1 || group.some(({ isCaseSensitive }) => isCaseSensitive);
    return [...byKey.values()].map(({ key, to }) =>
      Buffer.concat([
        Buffer.from('    '),
        isExact ? renderExpression(key) : quote(key),
        Buffer.from(` ${to};\n`),
      ]),
    );
  });
  return Buffer.concat([Buffer.from(`map ${source} ${variable} {\n`), ...lines, Buffer.from('}\n')]);
}

function renderExpression(key: Buffer): Buffer {
  const bytes = [...key].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w/]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return Buffer.from(`"~^${bytes.join('')}$"`);
}

/** Between quotation marks, where there is something that nginx would not take for a plain word. */
function quote(key: Buffer): Buffer {
  const text = key.toString('latin1');
  if (/^[\w/.~-]+$/.test(text)) return key;
  return Buffer.from(`"${text.replace(/["\\]/g, '\\$&')}"`, 'latin1');
}

function nextSize(least: number, needed: number): number {
  return Math.max(least, 2 ** Math.ceil(Math.log2(needed + 1)));
}
