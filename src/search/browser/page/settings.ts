/** What the search page tells its script, in the data attributes of the element `search`. */
export interface Settings {
  /** Paths from the root of the host: the home page, and the folders of the index, the catalogue and the names. */
  home: string;
  index: string;
  catalogue: string;
  names: string;
  /** The language of the page (BCP 47). */
  language: string;
  /** The archive's title. */
  archive: string;
  /** Whether the archive has no articles: then nothing has to be loaded. */
  isEmpty: boolean;
  /** The facets, in their order. */
  facets: readonly { key: string; title: string }[];
  /** The facet of each vocabulary: `person` for `people`. */
  singulars: Readonly<Record<string, string>>;
}

/** The element of the page with an id. */
export const get = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.getElementById(id) as Kind;

/** Reads the settings. */
export function readSettings({ dataset }: HTMLElement): Settings {
  const { home = '/', index = '', catalogue = '', names = '', language = '', archive = '' } = dataset;
  return {
    home,
    index,
    catalogue,
    names,
    language,
    archive,
    isEmpty: dataset.articles === '0',
    facets: JSON.parse(dataset.facets ?? '[]') as Settings['facets'],
    singulars: JSON.parse(dataset.singulars ?? '{}') as Settings['singulars'],
  };
}
