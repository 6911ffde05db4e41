import { findMessages } from '../languages/messages.ts';
import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { listTags } from '../records/tags.ts';
import { vocabularies } from '../records/vocabularies.ts';
import type { Figure } from './figures.ts';
import type { FormerLink, LinkedFile } from './link-targets.ts';
import type { Findings } from './mentions.ts';
import type { NamedRecord } from './name-finder.ts';
import { createRenderer } from './renderer.ts';

/**
 * A text to be rendered, with everything that its rendering depends on except the code. It is the only input of
 * {@link renderJob}; plain data, so that it can be sent to a thread.
 */
export interface RenderJob extends RenderContext {
  markdown: string;
}

/** What the rendering of a text depends on besides the text. */
export interface RenderContext {
  /** The language of the strings that are added to texts (BCP 47). */
  siteLanguage: string;
  /** Missing for the archive's own texts, in which no names are looked for. */
  article?: ArticleContext;
}

/** What the rendering of an article's text needs to know about the article. */
export interface ArticleContext {
  /** BCP 47 tag of the text. */
  language: string;
  /** The article's tags of the vocabularies whose names are looked for, with the addresses of their pages. */
  names: readonly (NamedRecord & { href: string })[];
  /** Its pictures; missing when it has none. */
  figures?: readonly Figure[];
  /** Its documents, sounds and films; missing when it has none. */
  attachments?: readonly LinkedFile[];
  /** Where its links to former URLs of the archive's records lead now; missing when it has none. */
  formerLinks?: readonly FormerLink[];
}

/** A rendered text. */
export interface Rendering extends Partial<Findings> {
  html: string;
  /** How many links led to former URLs. */
  formerLinks?: number;
}

const renderers = new Map<string, (job: RenderJob) => Rendering>();

/** Renders a text to safe HTML. In an article it also finds the mentions, with their evidence. */
export function renderJob(job: RenderJob): Rendering {
  const { siteLanguage } = job;
  const render = renderers.get(siteLanguage) ?? createJobRenderer(siteLanguage);
  renderers.set(siteLanguage, render);
  return render(job);
}

function createJobRenderer(siteLanguage: string): (job: RenderJob) => Rendering {
  let hrefs: ReadonlyMap<string, string> = new Map();
  const renderer = createRenderer((key) => hrefs.get(key) ?? '', findMessages(siteLanguage).text);
  return ({ markdown, article }) => {
    if (!article) return { html: renderer.renderText(markdown) };
    hrefs = new Map(article.names.map(({ key, href }) => [key, href]));
    return renderer.renderArticle(
      markdown,
      article.names,
      article.language,
      article.figures,
      article.attachments,
      article.formerLinks,
    );
  };
}

/** Creates the job of rendering a record's text. A withdrawn article has none. */
export function createJob(entry: Entry<object>, context: RenderContext): RenderJob {
  return { markdown: 'withdrawn' in entry.data && entry.data.withdrawn ? '' : entry.body, ...context };
}

/**
 * Creates the function that finds out what the rendering of an article depends on.
 *
 * @param hrefOf the address of a record's page, by its key (`people/wang-yi`)
 * @param mediaOf the pictures and attachments of an article
 * @param linksIn the links in a text to former URLs; without it no text is read
 */
export function createArticleContexts(
  { site, vocabularies: records }: Pick<ArchiveContent, 'site' | 'vocabularies'>,
  hrefOf: (key: string) => string,
  mediaOf: (data: ArticleData) => Pick<ArticleContext, 'figures' | 'attachments'> = () => ({}),
  linksIn?: (markdown: string) => readonly FormerLink[],
): (article: Entry<ArticleData>) => RenderContext {
  const named = vocabularies.filter((vocabulary) => vocabulary.named);
  const namesByKey = new Map(
    named.flatMap(({ name, hyphenJoins }) =>
      records[name].map(({ id, data }) => {
        const key = `${name}/${id}`;
        const names = [data.name, ...data.variants];
        return [key, { key, names, hyphenJoins, href: hrefOf(key) }] as const;
      }),
    ),
  );
  return (article) => {
    const { data } = article;
    const { figures = [], attachments = [] } = data.withdrawn ? {} : mediaOf(data);
    const formerLinks = data.withdrawn || !linksIn ? [] : linksIn(article.body);
    return {
      siteLanguage: site.language,
      article: {
        language: data.language ?? site.language,
        names: named.flatMap((vocabulary) =>
          listTags(data, vocabulary).flatMap((id) => namesByKey.get(`${vocabulary.name}/${id}`) ?? []),
        ),
        ...(figures.length > 0 && { figures }),
        ...(attachments.length > 0 && { attachments }),
        ...(formerLinks.length > 0 && { formerLinks }),
      },
    };
  };
}
