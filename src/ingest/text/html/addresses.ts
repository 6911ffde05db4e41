/** An address that Markdown can hold as it is written. */
const plain = /^https?:\/\/[^\s<>"\\^`{|}]+$/i;

/**
 * Resolves an address of a link or a picture. One without a protocol (`//example.org`) is of the web even without a base.
 *
 * @returns an absolute address of the web, as written where it can be; `undefined` when it is relative without a base, or
 *   leads elsewhere
 */
export function resolveLink(written: string, base: string | undefined): URL | undefined {
  const start = base ?? (written.startsWith('//') ? 'https://example.org' : undefined);
  return written !== '' && URL.canParse(written, start) ? new URL(written, start) : undefined;
}

/** The same, as text; only addresses of the web. */
export function resolveWebAddress(written: string, base: string | undefined): string | undefined {
  const url = resolveLink(written, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return plain.test(written) ? written : url.href;
}

/** Whether an address is absolute, whatever it leads to. */
export function isAbsolute(written: string): boolean {
  return URL.canParse(written);
}

/** Whether the path of an address is that of a picture. A relative address is a path. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(pathOf(address) || withoutQuery(address));
}

/** Whether two addresses are of one picture by the names of their files, in two sizes that WordPress made of it. */
export function isSamePicture(one: string, other: string): boolean {
  return stemOf(one) === stemOf(other);
}

/** The name of a picture's file without its size (`-300x200`, `-scaled`), which WordPress adds. */
function stemOf(address: string): string {
  const name = fileNameOf(address);
  return withoutQuery(name.slice(name.lastIndexOf('/') + 1))
    .replace(/\.\w{3,4}$/, '')
    .replace(/-(?:\d{1,5}x\d{1,5}|scaled)$/, '');
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}

/** The name of the file that an address leads to, else the address. */
export function fileNameOf(address: string): string {
  const name = pathOf(address).split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || address;
  } catch {
    return name || address;
  }
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : '';
}

/**
 * The id that a link within the text leads to.
 *
 * @returns `undefined` for any other link
 */
export function fragmentOf(href: string, base: string | undefined): string | undefined {
  if (href.startsWith('#')) return decodeFragment(href.slice(1));
  const [page, fragment] = href.split('#', 2);
  if (!page || fragment === undefined || base === undefined || !URL.canParse(page, base)) return undefined;
  const isSame = new URL(page, base).href === new URL(base.split('#', 1)[0] ?? base).href;
  return isSame ? decodeFragment(fragment) : undefined;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
