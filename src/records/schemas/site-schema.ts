import { z } from 'astro/zod';

import { host, language, line, reportAddress, siteAddress, webAddress } from './fields.ts';
import { findHostProblems, hostedSpans } from './hosted-spans.ts';
import { namedArchive } from './named-archive.ts';
import { webHosts } from './web-hosts.ts';

/** A name with the address of what it names. */
const linked = (name: string, url: string) =>
  z.strictObject({ name: line.describe(name), url: webAddress.optional().describe(url) });

/** `content/site.yaml`: what the archive says about itself. */
export const siteSchema = z
  .strictObject({
    title: line.describe('The archive’s name, as on its nameplate.'),
    description: line.describe('One sentence that says what the archive holds.'),
    language: language.describe(
      'The language of the interface, and of articles that name no other (BCP 47): en, fr-CA, zh-Hant.',
    ),
    url: siteAddress.describe(
      'The public address of the home page; may have a path: https://example.org/archive/.',
    ),
    license: linked('Its name.', 'Where its text is.')
      .optional()
      .describe('The licence of the archive’s own words and records.'),
    publisher: linked('Its name.', 'Its home page.').optional().describe('Who publishes the archive.'),
    publishOriginals: z
      .boolean()
      .optional()
      .describe(
        'Whether the files of pictures, and source texts that are files of office programs, are also published as they are. They may hold places and serial numbers of cameras, comments, deleted text and names.',
      ),
    mediaUrl: siteAddress
      .optional()
      .describe('Where pictures are published, if not below the site itself: https://media.example.org/.'),
    spans: hostedSpans
      .optional()
      .describe(
        'The years whose articles are published on other hosts than url: a list of years (1950-1979, 1984, undated) and url.',
      ),
    formerHosts: z
      .array(host)
      .optional()
      .describe(
        'The hosts of the sites that the archive succeeds, on which addresses of formerUrls may be: news.example.org.',
      ),
    host: z
      .enum(webHosts)
      .optional()
      .describe(
        'The web host that the site has to fit; its limits are then checked by each build. By default any.',
      ),
    errorReports: reportAddress
      .optional()
      .describe(
        'Where readers report errors in articles: an e-mail address, or the web address of a form, in which {url} stands for the article’s address.',
      ),
    archives: z
      .array(namedArchive)
      .min(1)
      .optional()
      .describe('The archives that this one brings together, which then has no articles of its own.'),
  })
  .superRefine((site, context) => {
    for (const { path, params } of findHostProblems(site))
      context.addIssue({ code: 'custom', path, params: { ...params } });
  });

/** The data of `content/site.yaml`. */
export type Site = z.infer<typeof siteSchema>;
