/** A web address as written, or resolved when it is relative; `undefined` when it is not a web address. */
export function resolveAddress(url: string, base?: string): string | undefined {
  const absolute = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (absolute === undefined || !/^https?:$/.test(absolute.protocol)) return undefined;
  return URL.canParse(url) ? url : absolute.href;
}
