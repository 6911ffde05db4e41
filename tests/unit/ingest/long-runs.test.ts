import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

import type { ReportLine } from '../../../src/ingest/report/report-file.ts';
import { repeated, repeatTo } from '../../support/long-runs.ts';
import { ingest, makeArchive, makeFolder, writeFiles } from './run-ingest.ts';

// A step that takes the square of a run's length takes minutes for these, and the test its time limit.

/** Of a run in a text, in a text of Markdown, which may have 200,000 characters in all, and in a field. */
const [textSize, markdownSize, fieldSize] = [70_000, 45_000, 9_000];

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Files of every format, each with a run in its text and in its fields. */
function makeFiles(unit: string): Record<string, string> {
  const [run, line] = [repeatTo(textSize, unit), repeatTo(fieldSize, unit)];
  const text = `The ferry${run}left.\n\n${run}`;
  const markdown = `The ferry${repeatTo(markdownSize, unit)}left.\n\n${repeatTo(markdownSize, unit)}`;
  const title = `A${line}a`;
  const page = (inner: string) =>
    `<!doctype html><title>${escape(title)}</title><article><h1>${escape(title)}</h1>${inner}</article>`;
  const articleData = { '@type': 'NewsArticle', headline: title, articleBody: text };
  return {
    'text.txt': text,
    'header.txt': `Title: ${title}\nSource:${run}x\n${run}: x\n\n${text}`,
    'run.txt': run,
    'markdown.md': `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(line)}\n---\n\n${markdown}`,
    'frontmatter.md': `---${run}\ntitle: a\n---${run}x\n---\n${markdown}`,
    'page.html': page(`<p>${escape(text)}</p>`),
    'raw.html': page(`<p>The ferry left.</p>${run}`),
    'data.html': `<!doctype html><title>A</title><script type="application/ld+json">${run}${JSON.stringify(articleData)}${run}</script>`,
    'feed.rss': `<rss version="2.0"><channel><title>T</title><item><title>${escape(title)}</title><description>${escape(escape(text))}</description></item></channel></rss>`,
    'feed.atom': `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">${escape(title)}</title><summary>${escape(run)}x</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${escape(text)}</div></content></entry></feed>`,
    'feed.json': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: '1', title, summary: run, content_html: escape(text) }],
    }),
    'export.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><item><title>${escape(title)}</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
    'alto.xml': `<alto><Description>${escape(run)}</Description><Layout><Page><TextBlock><TextLine><String CONTENT="${escape(text)}"/></TextLine></TextBlock></Page></Layout></alto>`,
    'page.hocr': `<div class="ocr_page" title="image '${escape(line)}'"><p class="ocr_par">${escape(text)}</p></div>`,
    'page.xml': `<PcGts><Page imageFilename="${escape(line)}"><TextRegion id="${escape(line)}"><Coords points="${escape(run)}"/><TextEquiv><Unicode>${escape(text)}</Unicode></TextEquiv></TextRegion></Page></PcGts>`,
    'issue.mets': `<mets LABEL="${escape(line)}"><dmdSec ID="a"><xmlData><mods><titleInfo><title>${escape(run)}</title></titleInfo></mods></xmlData></dmdSec><file ID="f"><FLocat href="${escape(line)}.xml"/></file><structMap TYPE="LOGICAL"><div><div TYPE="${escape(line)}" DMDID="a"><fptr FILEID="f"/></div></div></structMap></mets>`,
    'ninjs.json': JSON.stringify({
      name: 'ninjs',
      uri: 'urn:1',
      headline: title,
      body_xhtml: `<p>${escape(text)}</p>`,
    }),
    'table.csv': `title,date,text\n${quote(title)},2020,${quote(text)}\n`,
    'cells.csv': `title,date,text\n${run},2020,${run}\n`,
    'rows.json': JSON.stringify([{ title, date: run, text }]),
    'articles.ndjson': `${JSON.stringify({ id: '2020/a', url: 'https://example.org/articles/2020/a/', title, titleSupplied: false, date: '2020', text })}\n`,
    'records.ttl': `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<https://example.org/people/a/> a skos:Concept ; skos:prefLabel ${JSON.stringify(title)}@en .\n${run}`,
  };
}

/** One of each way of reading; `HOSTILE=all` tries what else a text may repeat. */
const tried = new Set([
  ...['spaces', 'line ends', 'stars', 'opening brackets', 'opening angles', 'ampersands', 'quotation marks'],
  ...['hyphens', 'letters', 'combining marks in the wrong order', 'sentences', 'openings of comments'],
]);
const runs = Object.entries(repeated).filter(([name]) => process.env.HOSTILE === 'all' || tried.has(name));

test.for(runs)('%s are taken in or refused, in every format', async ([, unit]) => {
  const folder = await makeFolder();
  const files = makeFiles(unit);
  await writeFiles(folder, files);
  const report = join(await makeFolder(), 'report.ndjson');
  const { code, stderr } = await ingest(await makeArchive(), ['--report', report, folder]);
  expect([0, 1]).toContain(code);
  expect(stderr).not.toMatch(/\n {4}at /);
  const lines = (await readFile(report, 'utf8')).trimEnd().split('\n');
  const items = lines.map((line) => JSON.parse(line) as ReportLine);
  expect(new Set(items.map(({ file }) => basename(file)))).toEqual(new Set(Object.keys(files)));
  for (const { outcome, reason } of items) if (outcome !== 'written') expect(reason).toBeTruthy();
});
