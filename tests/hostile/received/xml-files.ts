import { cdata, escapeXml, htmlOf, type ReceivedFormat, type ReceivedItem } from './received-item.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';

/** A line of HTML within XML: what the archive takes as a line of text is escaped twice. */
const escapeTwice = (text: string) => escapeXml(escapeXml(text));

/** XML does not allow these characters (section 2.2). */
const asXml = (xml: string) => xml.replace(/[\ufffe\uffff]/g, '�');

function rssItem(item: ReceivedItem): string {
  return `<item>
<title>${escapeTwice(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<guid isPermaLink="false">${escapeXml(item.keyword)}</guid>
<pubDate>Wed, 04 Mar 2020 12:00:00 +0000</pubDate>
<dc:creator>${escapeXml(item.byline)}</dc:creator>
<dc:rights>${escapeXml(item.rights)}</dc:rights>
<category domain="${escapeXml(item.title)}">${escapeXml(item.keyword)}</category>
<source url="${escapeXml(item.url)}">${escapeTwice(item.publisher)}</source>
<enclosure url="javascript:window.ran=1" length="1" type="${escapeXml(item.byline)}"/>
<description>&lt;p&gt;${escapeTwice(item.summary)}&lt;/p&gt;</description>
<content:encoded>${cdata(htmlOf(item))}</content:encoded>
</item>`;
}

function rdfItem(item: ReceivedItem): string {
  return `<item rdf:about="${escapeXml(item.url)}">
<title>${escapeTwice(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<dc:date>2020-03-04</dc:date>
<dc:creator>${escapeXml(item.byline)}</dc:creator>
<dc:rights>${escapeXml(item.rights)}</dc:rights>
<dc:subject>${escapeXml(item.keyword)}</dc:subject>
<description>&lt;p&gt;${escapeTwice(item.summary)}&lt;/p&gt;</description>
<content:encoded>${cdata(htmlOf(item))}</content:encoded>
</item>`;
}

function atomEntry(item: ReceivedItem): string {
  return `<entry>
<title>${escapeXml(item.title)}</title>
<id>${escapeXml(item.keyword)}</id>
<link href="${escapeXml(item.url)}"/>
<link rel="enclosure" href="javascript:window.ran=1" title="${escapeXml(item.title)}"/>
<published>2020-03-04T12:00:00Z</published>
<author><name>${escapeXml(item.byline)}</name><uri>javascript:window.ran=1</uri></author>
<category term="x" label="${escapeXml(item.keyword)}"/>
<rights>${escapeXml(item.rights)}</rights>
<source><title>${escapeXml(item.publisher)}</title></source>
<summary>${escapeXml(item.summary)}</summary>
<content type="html">${escapeXml(htmlOf(item))}</content>
</entry>`;
}

function wordpressItem(item: ReceivedItem): string {
  return `<item>
<title>${escapeTwice(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<dc:creator>${cdata(escapeXml(item.byline))}</dc:creator>
<content:encoded>${cdata(htmlOf(item))}</content:encoded>
<excerpt:encoded>${cdata(escapeXml(item.summary))}</excerpt:encoded>
<wp:post_id>${item.index}</wp:post_id>
<wp:post_date>2020-03-04 12:00:00</wp:post_date>
<wp:post_name>${cdata(item.keyword)}</wp:post_name>
<wp:attachment_url>${cdata(item.title)}</wp:attachment_url>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key>${cdata(item.title)}</wp:meta_key><wp:meta_value>${cdata(item.raw)}</wp:meta_value></wp:postmeta>
<category domain="post_tag" nicename="${escapeXml(item.byline)}">${cdata(escapeXml(item.keyword))}</category>
</item>`;
}

/** Formats of XML. */
export const xmlFormats: readonly ReceivedFormat[] = [
  {
    name: 'RSS 2.0',
    options: [],
    keys: ['title', 'byline', 'summary', 'publisher', 'rights', 'keyword', 'url', 'text'],
    write: (items) => [
      [
        'rss.xml',
        asXml(
          `${declaration}<rss version="2.0" ${namespaces}><channel><title>Feed</title>\n${items.map(rssItem).join('\n')}\n</channel></rss>`,
        ),
      ],
    ],
  },
  {
    name: 'RDF (RSS 1.0)',
    options: [],
    keys: ['title', 'byline', 'summary', 'rights', 'keyword', 'url', 'text'],
    write: (items) => [
      [
        'rdf.xml',
        asXml(
          `${declaration}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${namespaces}><channel><title>Feed</title></channel>\n${items.map(rdfItem).join('\n')}\n</rdf:RDF>`,
        ),
      ],
    ],
  },
  {
    name: 'Atom',
    options: [],
    keys: ['title', 'byline', 'summary', 'publisher', 'rights', 'keyword', 'url', 'text'],
    write: (items) => [
      [
        'atom.xml',
        asXml(
          `${declaration}<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>\n${items.map(atomEntry).join('\n')}\n</feed>`,
        ),
      ],
    ],
  },
  {
    name: 'WordPress export',
    options: [],
    keys: ['title', 'byline', 'summary', 'keyword', 'url', 'text'],
    write: (items) => [
      [
        'wordpress.xml',
        asXml(
          `${declaration}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" ${namespaces}><channel><title>Site</title>\n${items.map(wordpressItem).join('\n')}\n</channel></rss>`,
        ),
      ],
    ],
  },
];
