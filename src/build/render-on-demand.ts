import type { ArchiveInput } from '../archive/create-archive.ts';
import type { StoredEntry } from '../archive/article.ts';
import { createJob, type RenderContext, type Rendering } from '../markdown/render-job.ts';
import { renderWithinLimits } from '../markdown/time-limit.ts';
import { contentRoot } from '../records/content-root.ts';
import { ContentError } from '../records/problem.ts';
import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import { mapVocabularies } from '../records/vocabularies.ts';
import { digestOf } from '../system/digest.ts';
import { describeRefusal, fileOf, findContexts, findingsOf } from './render.ts';

/**
 * Has the texts of an archive rendered when a page shows them: in development few are, of many. A text that cannot be rendered
 * within the limits is a {@link ContentError} where it should be shown.
 *
 * @param renderings by what they were made of: those that are asked for are added, and taken from there the next time
 * @param root absolute path of the content folder
 * @returns what the model is made of, as `renderContent` does
 */
export function renderOnDemand(
  content: ArchiveContent,
  renderings: Map<string, Rendering>,
  root = contentRoot(),
): ArchiveInput {
  const { site, about, articles, vocabularies, ledger, media } = content;
  const contextOf = findContexts(content);
  const store = <Data extends object>(
    entry: Entry<Data>,
    findContext: () => RenderContext,
  ): StoredEntry<Data> => {
    const render = () => {
      const context = findContext();
      const key = digestOf([entry.digest, context]);
      const rendering = renderings.get(key) ?? renderWithinLimits(createJob(entry, context));
      if (!rendering) throw new ContentError([describeRefusal(fileOf(entry, content, root))]);
      renderings.set(key, rendering);
      return rendering;
    };
    const { id, data, digest } = entry;
    return { id, digest, data, rendered: new RenderingOnDemand(render) };
  };
  const note = () => ({ siteLanguage: site.language });
  return {
    site,
    about: about && store(about, note),
    articles: articles.map((article) => store(article, () => contextOf(article))),
    records: mapVocabularies((name) => vocabularies[name].map((record) => store(record, note))),
    ledger,
    media,
  };
}

/** A class, since an object with getters of its own takes half a kilobyte. */
class RenderingOnDemand {
  readonly #render: () => Rendering;
  #rendering: Rendering | undefined;

  constructor(render: () => Rendering) {
    this.#render = render;
  }

  get html(): string {
    return this.#whole.html;
  }

  get metadata(): Omit<Rendering, 'html'> {
    return findingsOf(this.#whole);
  }

  get #whole(): Rendering {
    return (this.#rendering ??= this.#render());
  }
}
