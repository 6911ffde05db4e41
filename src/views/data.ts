import type { Archive } from '../archive/archive.ts';
import { languageOf, type ForeignLanguage } from '../archive/article.ts';
import { formatSize } from '../records/format-size.ts';
import { lastChange } from '../exports/data/data-package.ts';
import { describeFields } from '../exports/data/describe-fields.ts';
import type { LoadDataFiles } from '../exports/data/data-files.ts';
import { articleFields } from '../records/article-fields.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page of the data sets shows. */
export interface DataView extends PageView {
  /** The last day on which an article changed: `2021-07-18`. */
  changed: string | undefined;
  /** The path of the description for programs. */
  datapackage: string;
  /** The address below which the source texts are; a federation has none. */
  sources: string | undefined;
  /** The files, by what they are. */
  kinds: { title: string; files: DataFileRow[] }[];
  /** Whether one of the files is that of issues. */
  hasIssues: boolean;
  /** The fields of an article, which are described in English only. */
  fields: { name: string; description: string }[];
  english: ForeignLanguage;
}

/** A file of data. */
interface DataFileRow extends Link {
  /** How many articles or records are in it; missing where there are none. */
  count: string | undefined;
  /** `3.1 kB`. */
  size: string;
}

/** The page of the data sets. */
export function listDataPages(archive: Archive, loadDataFiles: LoadDataFiles): SitePage<'data'>[] {
  const { data } = archive.paths;
  return [{ kind: 'data', path: data, isIndexable: true, view: () => viewData(archive, loadDataFiles) }];
}

/** What the page of the data sets shows; the sizes of the files are known once they are made. */
async function viewData(archive: Archive, loadDataFiles: LoadDataFiles): Promise<DataView> {
  const { site, paths, messages, language } = archive;
  const t = messages.data;
  const files = await loadDataFiles();
  return {
    ...createPageView(archive, { title: t.title, description: t.description(site.title), path: paths.data }),
    changed: lastChange(archive.articles),
    datapackage: `${paths.data}datapackage.json`,
    sources: archive.federated.length > 0 ? undefined : paths.canonical(paths.asset('sources/')),
    kinds: [...Map.groupBy(files, ({ kind }) => kind)].map(([kind, own]) => ({
      title: t.kinds[kind],
      files: own.map(({ name, count, bytes }) => ({
        title: name,
        href: paths.data + name,
        count: count === undefined ? undefined : messages.number(count),
        size: formatSize(bytes, messages.language),
      })),
    })),
    hasIssues: files.some(({ kind }) => kind === 'issues'),
    fields: describeFields(articleFields, archive).map(({ name, description }) => ({ name, description })),
    english: languageOf({ language: 'en', direction: 'ltr' }, language),
  };
}
