import { describe, expect, test } from 'vitest';

import { readNinjs } from '../../../../src/ingest/sources/ninjs/ninjs.ts';
import { readTable } from '../../../../src/ingest/sources/table/table.ts';
import { readWebPage } from '../../../../src/ingest/sources/web-page/web-page.ts';
import { readWordpress } from '../../../../src/ingest/sources/wordpress/wordpress.ts';
import { saidBy, useReader } from './read-source.ts';

describe('a web page says where its article was printed', () => {
  const { readText } = useReader(readWebPage, 'web-page', 'page.html');
  const draftOf = async (head: string) =>
    saidBy(
      (
        await readText(`<!doctype html><head><title>T</title>${head}</head><article><p>Fog.</p></article>`)
      )[0],
    );

  test('in JSON-LD', async () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'T',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: 7,
        isPartOf: { '@type': 'Newspaper', name: 'Evening Post', issn: '0317-8471' },
      },
      publisher: { '@type': 'Organization', name: 'Post Holdings' },
      articleSection: ['Business', 'Shipping'],
      printEdition: 'late edition',
      printPage: 'A12',
      printColumn: '3',
    };
    const draft = await draftOf(`<script type="application/ld+json">${JSON.stringify(article)}</script>`);
    expect(draft).toMatchObject({
      publisher: 'Evening Post',
      issn: '0317-8471',
      issue: '7',
      edition: 'late edition',
      section: 'Business',
      page: 'A12',
      column: '3',
      terms: [{ name: 'Shipping' }],
    });
    expect(draft.leftOut).toContainEqual({ what: 'the publisher', text: 'Post Holdings' });
  });

  test('but not by the page or the site that it is a part of', async () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'T',
      isPartOf: { '@type': 'WebPage', name: 'T - Post' },
    };
    const draft = await draftOf(`<script type="application/ld+json">${JSON.stringify(article)}</script>`);
    expect(draft).not.toHaveProperty('publisher');
  });

  test('in the tags of HighWire, PRISM and Dublin Core', async () => {
    const tags = {
      citation_journal_title: 'Evening Post',
      citation_publisher: 'Post Holdings',
      citation_issue: '23,417',
      citation_firstpage: '12',
      citation_lastpage: '13',
      citation_issn: '20493630',
      'prism.eissn': '2049-3631',
      'prism.section': 'Business',
      'prism.edition': 'late',
    };
    const metas = Object.entries(tags).map(([name, content]) => `<meta name="${name}" content="${content}">`);
    const draft = await draftOf(metas.join(''));
    expect(draft).toMatchObject({
      publisher: 'Evening Post',
      issue: '23,417',
      edition: 'late',
      section: 'Business',
      page: '12–13',
      issn: '2049-3630',
    });
    expect(draft.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'the publisher', text: 'Post Holdings' },
        { what: 'an ISSN', text: '2049-3631' },
      ]),
    );
    expect(await draftOf('<meta name="DCTERMS.isPartOf" content="Gazette">')).toMatchObject({
      publisher: 'Gazette',
    });
  });
});

const { readText: readNews } = useReader(readNinjs, 'ninjs', 'news');

test('ninjs says its source, and its section among the subjects', async () => {
  const item = {
    source: 'Morning Agency',
    bodies: [{ value: 'It rained.' }],
    headline: 'Rain',
    subjects: [
      { name: 'Business', scheme: 'urn:desk:sections' },
      { name: 'weather', scheme: 'mediatopic' },
    ],
  };
  expect(saidBy((await readNews(JSON.stringify(item)))[0])).toMatchObject({
    publisher: 'Morning Agency',
    section: 'Business',
    terms: [{ name: 'weather', vocabulary: 'topics' }],
  });
});

const { readText: readRows } = useReader(readTable, 'table', 'table.csv');

test('a table has columns for it', async () => {
  const columns = 'Title,Text,Publication,Issue,Edition,Section,Page,Column';
  const [item] = await readRows(`${columns}\nFog,It came.,Evening Post,007,late,Business,iv,2\n`);
  expect(saidBy(item)).toMatchObject({
    publisher: 'Evening Post',
    issue: '007',
    edition: 'late',
    section: 'Business',
    page: 'iv',
    column: '2',
    terms: [],
  });
});

describe('the category of a WordPress post', () => {
  const { readText } = useReader(readWordpress, 'wordpress', 'site.xml');
  const category = (slug: string, name: string) =>
    `<category domain="category" nicename="${slug}"><![CDATA[${name}]]></category>`;
  const site = (categories: string, meta = '') =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>
<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>biz</wp:category_nicename><wp:cat_name>Business</wp:cat_name></wp:category>
<wp:category><wp:term_id>6</wp:term_id><wp:category_nicename>art</wp:category_nicename><wp:cat_name>Arts</wp:cat_name></wp:category>
<item><title>Fog</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2004-01-02 03:04:05</wp:post_date>
<content:encoded><![CDATA[It came.]]></content:encoded>${categories}${meta}</item></channel></rss>`;
  const both = category('art', 'Arts') + category('biz', 'Business');
  const primary =
    '<wp:postmeta><wp:meta_key>_yoast_wpseo_primary_category</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>';
  const draftOf = async (xml: string, options = {}) => saidBy((await readText(xml, options))[0]);

  test('is its section only when that is asked for, and then no topic', async () => {
    const asked = { sectionFrom: 'category' } as const;
    expect(await draftOf(site(both, primary))).not.toHaveProperty('section');
    expect(await draftOf(site(both, primary), asked)).toMatchObject({
      section: 'Business',
      terms: [{ name: 'Arts' }],
    });
    expect(await draftOf(site(category('art', 'Arts')), asked)).toMatchObject({ section: 'Arts', terms: [] });
  });

  test('is no section where none of several is the primary one', async () => {
    const draft = await draftOf(site(both), { sectionFrom: 'category' });
    expect(draft).not.toHaveProperty('section');
    expect(draft.notices).toContain(
      'None of its categories (Arts, Business) is marked as the primary one: it has no section.',
    );
  });
});
