import type { Paper } from './town/papers.ts';

/** Something drawn or recorded that belongs to an article. */
interface DemoPicture {
  /** The name of a scene in `drawings/scenes.ts`, or `portrait`. */
  scene: string;
  alt: string;
  caption: string;
  credit?: string;
}

/** An article of the demonstration before it is written: who wrote what, where and when. */
export interface DemoArticle {
  /** The day of what it tells, or of the issue; in EDTF where it is known in part. Undefined: nothing is known. */
  date?: string;
  paper: Paper['id'];
  title: string;
  subtitle?: string;
  titleSupplied?: true;
  byline?: readonly string[];
  dateline?: string;
  /** BCP 47; English when left out. */
  language?: string;
  summary?: string;
  /** Markdown in the grammar of `grammar/writer.ts`. */
  text: string;
  topics: readonly string[];
  section: string;
  pictures?: readonly DemoPicture[];
  rights?: string;
  corrections?: readonly { date: string; note: string }[];
  withdrawn?: { date: string; reason: 'legal' | 'privacy' | 'error' | 'rights'; note?: string };
  redactions?: readonly { date: string; reason: 'legal' | 'privacy' | 'error' | 'rights'; note?: string }[];
  noindex?: true;
  /** The slugs under which it was published before. */
  formerSlugs?: readonly string[];
  /** What is attached: a recording of the fog signal, or a leaflet. */
  attachment?: 'foghorn' | 'timetable';
  /** Whether the text as received is kept beside it. */
  hasSourceText?: true;
}

/** An event of a storyline, told by hand. */
export type Story = Omit<DemoArticle, 'section'> & { section?: string };
