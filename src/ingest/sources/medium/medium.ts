import { parseHTML } from 'linkedom';

import type { LeftOut } from '../../drafts/draft.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { lettersOf, toLine } from '../../text/lines.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { checkElements } from '../shared/markup.ts';
import { draftPost } from '../shared/post-draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';

/**
 * Reads a post of an export of Medium, which has a file for each, marked up as an h-entry
 * (https://microformats.org/wiki/h-entry). Drafts are skipped.
 */
export async function* readMedium(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield catchFailure(origin, () => {
    checkElements(text);
    const { document } = parseHTML(text);
    const wordsOf = (selector: string) => toLine(document.querySelector(selector)?.textContent ?? '');
    const addressOf = (selector: string) => document.querySelector(selector)?.getAttribute('href') ?? '';
    const title = wordsOf('.p-name') || toLine(document.title);
    const published = document.querySelector('time.dt-published')?.getAttribute('datetime') ?? '';
    if (published === '' && !options.statuses.has('draft'))
      return { kind: 'skipped', origin, ...(title && { title }), reason: 'a draft' };
    const body = document.querySelector('[data-field="body"]');
    // The text repeats its title, and has its subtitle.
    const heading = body?.querySelector('.graf--title');
    if (heading && lettersOf(heading.textContent) === lettersOf(title)) heading.remove();
    const below = body?.querySelector('.graf--subtitle');
    const subtitle = toLine(below?.textContent ?? '');
    below?.remove();
    const summary = wordsOf('[data-field="subtitle"], [data-field="description"]');
    const leftOut = [...document.querySelectorAll('footer p')].map((line): LeftOut => {
      const addresses = [...line.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
      return { what: 'a line that Medium adds', text: toLine(line.textContent), addresses };
    });
    const tags = [...document.querySelectorAll('.p-category, .p-tags a')].map(
      ({ textContent }) => textContent,
    );
    return {
      kind: 'draft',
      draft: draftPost(
        {
          origin,
          received: { bytes, extension: 'html.txt' },
          title,
          subtitle,
          summary: lettersOf(summary) === lettersOf(subtitle) ? undefined : summary,
          url: addressOf('a.p-canonical') || addressOf('footer a[href*="medium.com/p/"]'),
          byline: [wordsOf('footer .p-author')],
          terms: tags.map((name) => ({ name })),
          dates: published === '' ? [] : [{ text: published, where: '<time class="dt-published">' }],
          html: body?.innerHTML ?? '',
          leftOut,
          notices: [],
        },
        text,
        options,
      ),
    };
  });
}
