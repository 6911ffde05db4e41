import { hash } from 'node:crypto';

import { readTypeface } from '../../exports/sharing/rasterize.ts';
import { readRunningText } from '../../markdown/running-text.ts';
import type { AttachmentData, FacsimileData, PictureData } from '../../records/schemas/media-schemas.ts';
import { drawPicture } from '../drawings/draw-picture.ts';
import { setFrontPage } from '../drawings/front-page.ts';
import type { WrittenArticle } from '../issues/create-articles.ts';
import { issueNumber } from '../issues/days.ts';
import { isDay } from '../issues/schedule.ts';
import { findPaper } from '../town/papers.ts';
import { recordFoghorn } from './foghorn.ts';
import { printLeaflet } from './leaflet.ts';
import type { ArchiveFile } from './records.ts';

/** What frontmatter says of the files of an article. */
export interface ArticleMedia {
  pictures?: PictureData[];
  facsimiles?: FacsimileData[];
  attachments?: AttachmentData[];
}

/** How many front pages are kept as facsimiles. */
const mostFacsimiles = 18;

/** Draws the pictures of all articles, and prints the front pages of the fullest issues. */
export async function makeMedia(
  articles: readonly WrittenArticle[],
): Promise<{ files: ArchiveFile[]; mediaOf: Map<string, ArticleMedia> }> {
  const files: ArchiveFile[] = [];
  const mediaOf = new Map<string, ArticleMedia>(articles.map(({ id }) => [id, {}]));
  const paths = new Map<string, string>();
  // What is drawn a second time, such as a portrait, is one file.
  const keep = (path: string, content: Uint8Array) => {
    const sha256 = hash('sha256', content);
    if (!paths.has(sha256)) files.push({ path: `media/${path}`, content });
    paths.set(sha256, paths.get(sha256) ?? path);
    return { file: paths.get(sha256) ?? path, sha256 };
  };
  const drawn = articles.flatMap((article) =>
    (article.pictures ?? []).map((picture, index) => ({ article, picture, index })),
  );
  const pictures = await Promise.all(
    drawn.map(({ article: { date }, picture: { caption, scene } }, seed) =>
      drawPicture(scene, caption, Number(date?.slice(0, 4) ?? 1900), seed),
    ),
  );
  const firstPictures = new Map<string, Uint8Array>();
  for (const [number, { bytes, extension }] of pictures.entries()) {
    const { article, picture, index } = drawn[number] as (typeof drawn)[number];
    const { alt, caption, credit } = picture;
    if (index === 0) firstPictures.set(article.id, bytes);
    const kept = keep(`${article.id}${index > 0 ? `-${index + 1}` : ''}.${extension}`, bytes);
    (mediaOf.get(article.id)!.pictures ??= []).push({ ...kept, alt, caption, ...(credit && { credit }) });
  }
  const typeface = await readTypeface();
  for (const [number, issue] of fullestIssues(articles).entries()) {
    const [first] = issue as [WrittenArticle];
    const { date = '', paper } = first;
    const { bytes, regions } = await setFrontPage(
      {
        nameplate: `The ${findPaper(paper).name}`,
        folio: folioOf(first),
        articles: issue.map(({ id, text, title }) => ({
          title,
          picture: firstPictures.get(id),
          paragraphs: readRunningText(text.replace(/^\|.*$/gm, '')).map((passage) => passage.text),
        })),
      },
      typeface,
      number,
    );
    const kept = keep(`${date.replaceAll('-', '/')}/${paper}-page-1.png`, bytes);
    for (const [index, { id }] of issue.entries())
      if (regions[index]?.length)
        mediaOf.get(id)!.facsimiles = [{ ...kept, label: 'Page 1', region: regions[index] }];
  }
  for (const { attachment, id } of articles) {
    if (attachment === 'foghorn')
      mediaOf.get(id)!.attachments = [
        { ...keep('foghorn.wav', recordFoghorn()), title: 'The fog signal of Gullholm (synthesized)' },
      ];
    if (attachment === 'timetable')
      mediaOf.get(id)!.attachments = [
        { ...keep(`${id}.pdf`, printLeaflet()), title: 'The winter timetable' },
      ];
  }
  return { files, mediaOf };
}

/** The articles of the front pages of the issues that have most of them, with a story first. Nothing that was taken out since. */
function fullestIssues(articles: readonly WrittenArticle[]): WrittenArticle[][] {
  const printed = articles.filter(
    ({ date, language = 'en', redactions, text, withdrawn }) =>
      isDay(date) && /^(?:en|fr|de)/.test(language) && !redactions && !withdrawn && text !== '',
  );
  const issues = [...Map.groupBy(printed, ({ date, paper }) => `${date} ${paper}`).values()];
  const isStory = ({ section }: WrittenArticle) => section === 'News';
  return issues
    .filter((issue) => issue.some(isStory))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, mostFacsimiles)
    .map((issue) => issue.sort((a, b) => Number(isStory(b)) - Number(isStory(a))));
}

/** Issues with a picture come before those with up to three more articles. */
function weightOf(issue: readonly WrittenArticle[]): number {
  return (
    issue.length +
    (issue.some(({ pictures = [], section }) => section === 'News' && pictures.length > 0) ? 4 : 0)
  );
}

function folioOf({ date = '', paper }: WrittenArticle): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  );
  return `No. ${issueNumber(date, paper).toLocaleString('en')} · ${day}`;
}
