import type { Archive } from '../../archive/archive.ts';
import type { ForeignLanguage } from '../../archive/article.ts';
import { openSearchType } from '../../exports/sharing/open-search.ts';
import { listOrigins, type OtherOrigins } from '../../exports/hosts/content-security.ts';
import { renderShareImageAlt } from '../../exports/sharing/share-image.ts';
import { byDigest } from '../../system/digest.ts';
import type { Link } from './links.ts';

/** What all pages of an archive have in common. */
export interface Frame {
  /** The language of pages (BCP 47), by which components find their messages, and the direction of its script. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The attributes of an element with the archive's own words: none when pages are in the site's language. */
  foreign: ForeignLanguage;
  /** The archive's title, and the absolute URL of its home page. */
  title: string;
  address: string;
  /** One sentence that says what it holds. */
  description: string;
  /** The years of its articles: `1999–2021`. */
  years: string | undefined;
  /** The sections of the site, in the order of the navigation. */
  sections: readonly Link[];
  /** The ways to browse, with labels for use within a sentence. */
  indexes: readonly Link[];
  publisher: { name: string; url?: string | undefined } | undefined;
  license: { name: string; url?: string | undefined } | undefined;
  /** Paths from the root of the host. */
  hrefs: {
    home: string;
    search: string;
    about: string;
    /** Missing where there is no reading list. */
    readingList: string | undefined;
    compare: string;
    data: string;
    icon: string;
    rss: string;
    atom: string;
    jsonFeed: string;
  };
  openSearch: { type: string; href: string };
  /** The picture that is shown where a page is shared; its size is in pixels. */
  shareImage: { address: string; alt: string };
  /** The other origins that pages load from. */
  origins: OtherOrigins;
}

const frames = new WeakMap<Archive, Frame>();

/** The frame of an archive's pages: one object, which enters the keys of all pages by its digest. */
export function frameOf(archive: Archive): Frame {
  const frame = frames.get(archive) ?? byDigest(createFrame(archive));
  frames.set(archive, frame);
  return frame;
}

function createFrame(archive: Archive): Frame {
  const { site, span, paths, messages, language, direction, foreign } = archive;
  const articles = { title: messages.frame.articles, href: paths.articles };
  const indexesOf = (form: 'title' | 'plural') =>
    archive.indexes.map(({ name }) => ({
      title: messages.vocabularies[name][form],
      href: paths.vocabulary(name),
    }));
  return {
    language,
    direction,
    foreign,
    title: site.title,
    address: paths.canonical(paths.home),
    description: site.description,
    years: span && messages.years(span.first, span.last),
    sections: [articles, ...indexesOf('title'), { title: messages.frame.about, href: paths.about }],
    indexes: [{ title: messages.frame.articlesByDate, href: paths.articles }, ...indexesOf('plural')],
    publisher: site.publisher,
    license: site.license,
    hrefs: {
      home: paths.home,
      search: paths.search(),
      about: paths.about,
      readingList: archive.federated.length > 0 ? undefined : paths.readingList,
      compare: paths.compare,
      data: paths.data,
      icon: paths.asset('favicon.svg'),
      rss: paths.feed('feed.xml'),
      atom: paths.feed('atom.xml'),
      jsonFeed: paths.feed('feed.json'),
    },
    openSearch: { type: openSearchType, href: paths.openSearch },
    shareImage: {
      address: paths.canonical(paths.shareImage),
      alt: renderShareImageAlt({ title: site.title, span }),
    },
    origins: listOrigins(archive),
  };
}
