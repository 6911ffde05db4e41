import { keyOf, type Capture } from './capture.ts';

/**
 * Finds the capture that has the content of another: of a revisit the one that it names by address and time, else by
 * checksum, else the one before it at the same address (WARC 1.1, section 6.7).
 *
 * @returns a function that finds it; nothing for a revisit of what is not among the captures
 */
export function createContentFinder(captures: readonly Capture[]): (capture: Capture) => Capture | undefined {
  const holders = new Map<string, Capture[]>();
  const byDigest = new Map<string, Capture>();
  // Most crawls have no revisits, and some millions of captures.
  if (captures.some(({ isRevisit }) => isRevisit)) {
    for (const capture of captures) {
      if (capture.isRevisit || capture.error) continue;
      const key = keyOf(capture.url);
      const known = holders.get(key);
      if (known) known.push(capture);
      else holders.set(key, [capture]);
      if (capture.digest !== undefined) byDigest.set(capture.digest, capture);
    }
  }
  return (capture) => {
    if (!capture.isRevisit || capture.leadsTo !== undefined) return capture;
    const { refersTo, digest, url, date } = capture;
    const named = holders.get(keyOf(refersTo?.url ?? url)) ?? [];
    const isSame = (each: Capture) =>
      digest === undefined || each.digest === undefined || each.digest === digest;
    return (
      named.find((each) => each.date === refersTo?.date && isSame(each)) ??
      named.findLast((each) => each.digest !== undefined && each.digest === digest) ??
      (digest === undefined ? undefined : byDigest.get(digest)) ??
      named.findLast((each) => each.date <= date && isSame(each))
    );
  };
}
