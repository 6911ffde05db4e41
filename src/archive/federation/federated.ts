import type { StoredEntry } from '../article.ts';

/** An archive of a federation, as the federation's pages speak of it. */
export interface FederatedArchive {
  /** Its short name in the federation, which the ids of its articles begin with. */
  name: string;
  /** Its own title and description, and their language (BCP 47). */
  title: string;
  description: string;
  language: string;
  /** The address of its home page. */
  url: string;
}

/** Where an article is that a federation leads to. */
interface Holding {
  archive: FederatedArchive;
  /** Its absolute address there. */
  href: string;
}

/** The page that a record of a federation has at one of its archives. */
export interface RecordPage extends Holding {
  /** Its heading there. */
  name: string;
}

/** What is known of a record of a federation besides its data. */
export interface RecordOrigin {
  /** Its pages, in the order of the archives. */
  pages: readonly RecordPage[];
  /** The language of its description (BCP 47). */
  language: string;
  /** Another record of its vocabulary goes by the same name, and no archive says that both are one. */
  isNamesake: boolean;
}

/** The entry of an article; in a federation, with where it is. */
export interface ArticleEntry<Data> extends StoredEntry<Data> {
  holding?: Holding | undefined;
}

/** The entry of an authority record; in a federation, with where it is from. */
export interface AuthorityEntry<Data> extends StoredEntry<Data> {
  origin?: RecordOrigin | undefined;
}
