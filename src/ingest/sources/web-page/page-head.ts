import { Parser } from 'htmlparser2';

import { toLine } from '../../text/lines.ts';

/** What the head of a page says of the page as a whole, as written. */
interface PageHead {
  title: string;
  /** The address that it names as its own (`<link rel="canonical">`). */
  canonical: string | undefined;
  /** Where it leads on at once, as static sites redirect (`<meta http-equiv="refresh" content="0; url=…">`). */
  refresh: string | undefined;
}

/** How far into a page its head is looked for, in bytes. */
const reach = 1 << 17;

/** A redirect after at most five seconds. */
const leadsOn = /^\s{0,9}[0-5]\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}["']?([^"'\s]+)/i;

/** Reads the head of a page. The page is read as a whole only when it is taken. */
export function readPageHead(content: Buffer): PageHead {
  const head: PageHead = { title: '', canonical: undefined, refresh: undefined };
  let [isTitle, isBody] = [false, false];
  const parser = new Parser({
    onopentag(name, { rel = '', href, content: said = '', 'http-equiv': equivalent = '' }) {
      isTitle = name === 'title' && head.title === '' && !isBody;
      isBody ||= name === 'body';
      if (isBody) return;
      if (name === 'link' && /\bcanonical\b/i.test(rel)) head.canonical ??= href?.trim();
      if (name === 'meta' && /^refresh$/i.test(equivalent)) head.refresh ??= leadsOn.exec(said)?.[1];
    },
    ontext(text) {
      if (isTitle) head.title += text;
    },
    onclosetag: () => (isTitle = false),
  });
  parser.end(content.toString('utf8', 0, reach));
  return { ...head, title: toLine(head.title) };
}
