import { describe, expect, test } from 'vitest';

import { recognizeFormat } from '../../../../../src/ingest/read/recognize-format.ts';
import { readWordpress } from '../../../../../src/ingest/sources/wordpress/wordpress.ts';
import { describeItem, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readWordpress, 'wordpress', 'export');

const namespace = 'http://wordpress.org/export/1.2/';
const exported = (items: string, head = '') =>
  `<rss version="2.0" xmlns:wp="${namespace}"><channel><title>The Quay Post</title><link>https://quay.example</link>${head}\n${items}\n</channel></rss>`;
const field = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const item = (type: string, id: number, text: string, inner = '', status = 'publish') =>
  `<item><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${inner}</item>`;
const post = (inner = '', text = 'It rained.') => item('post', 1, text, inner);
const account = (login: string, name: string) =>
  `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_display_name>${name}</wp:author_display_name></wp:author>`;
const attachment = (id: number, name: string, inner = '', parent = 0) =>
  item(
    'attachment',
    id,
    '',
    `<title>${name}</title><wp:post_parent>${parent}</wp:post_parent><wp:attachment_url>https://quay.example/files/${name}</wp:attachment_url>${inner}`,
    'inherit',
  );
const caption = (text: string) => `<excerpt:encoded><![CDATA[${text}]]></excerpt:encoded>`;

/** What the first item of an export says. */
const first = async (items: string, head?: string) => saidBy((await readText(exported(items, head)))[0]);

describe('authors of a post', () => {
  const byAccount = '<dc:creator>webby</dc:creator>';
  const entered = (text: string) => ({ what: 'the account that entered the post, as its author', text });

  test('are those of Co-Authors Plus in their order, whose profiles come later in the file', async () => {
    const terms =
      '<category domain="author" nicename="cap-nils-sund">nils-sund</category><category domain="author" nicename="cap-ada">ada</category>';
    const profile = (slug: string, name: string) =>
      item(
        'guest-author',
        9,
        '',
        `<title>${name}</title><wp:post_name>cap-${slug}</wp:post_name>${field('cap-display_name', name)}`,
      );
    const items = await readText(
      exported(
        post(byAccount + terms) + profile('ada', 'Ada Lind') + profile('nils-sund', 'Nils Sund'),
        account('webby', 'Web Admin'),
      ),
    );
    expect(saidBy(items[0])).toMatchObject({
      byline: ['Nils Sund', 'Ada Lind'],
      notices: [],
      leftOut: [entered('Web Admin')],
    });
    expect(describeItem(items[1]!)).toContain('the profile of an author');
  });

  test('are no slugs: without a name there is no byline, and a notice', async () => {
    const said = await first(post(`${byAccount}<category domain="author" nicename="cap-ada">ada</category>`));
    expect(said.byline).toEqual([]);
    expect(said.notices).toEqual([
      'The export names the author "ada" only by a slug: add the name to the byline.',
    ]);
  });

  test('are those of PublishPress Authors, which names them in the term', async () => {
    const said = await first(
      post(`${byAccount}<category domain="author" nicename="eva-berg">Eva Berg</category>`),
    );
    expect(said.byline).toEqual(['Eva Berg']);
  });

  test('are those of a custom field rather than the account', async () => {
    const said = await first(
      post(byAccount + field('byline', 'By Eva Berg and Jon Dahl, Staff Writers')),
      account('webby', 'Nils Sund'),
    );
    expect(said).toMatchObject({
      byline: ['Eva Berg', 'Jon Dahl'],
      leftOut: [{ what: 'what a byline says of its authors', text: 'Staff Writers' }, entered('Nils Sund')],
      notices: [],
    });
  });

  test('are those that the text prints rather than the account', async () => {
    const said = await first(
      post(byAccount, '<p>By <b>Eva Berg</b> and Jon Dahl</p><p>It rained.</p>'),
      account('webby', 'Nils Sund'),
    );
    expect(said.byline).toEqual(['Eva Berg', 'Jon Dahl']);
    expect(said.body).toContain('By **Eva Berg** and Jon Dahl');
    expect(said.leftOut).toEqual([entered('Nils Sund')]);
  });

  test.for([
    'admin',
    'Site Admin',
    'Webmaster',
    'The Editor',
    'The Quay Post',
    'quay.example',
    'Quay',
    'desk@quay.example',
  ])('are not the account %j, which is nobody’s name', async (name) => {
    const said = await first(post(byAccount), account('webby', name));
    expect(said.byline).toEqual([]);
    expect(said.leftOut).toEqual([entered(name)]);
  });

  test.for(['Ada Lind', '@SUM(1+1)*2'])('are else the account, by its display name: %s', async (name) => {
    expect((await first(post(byAccount), account('webby', name))).byline).toEqual([name]);
  });
});

describe('an export in disguise', () => {
  const text = exported(
    post(
      '<wp:post_date>2021-07-18 23:40:00</wp:post_date><wp:comment><wp:comment_author_email>reader@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP></wp:comment>',
    ) +
      item('post', 2, 'Secret.', '', 'draft') +
      item('post', 3, 'Locked.', '<wp:post_password>enter</wp:post_password>') +
      item('attachment', 4, 'A pier.', '', 'inherit') +
      item('nav_menu_item', 5, 'Home') +
      item('revision', 6, 'Older.', '', 'inherit') +
      item('post', 7, 'Ours.', '', 'private') +
      item('post', 8, 'Later.', '', 'future'),
  );

  test.for([
    ['https', text.replaceAll(namespace, 'https://wordpress.org/export/1.2/')],
    ['another version', text.replaceAll(namespace, 'http://wordpress.org/export/1.0/')],
    ['no version', text.replaceAll(namespace, 'https://www.wordpress.org/export/')],
    ['another prefix', text.replaceAll('wp:', 'press:').replace('xmlns:wp', 'xmlns:press')],
    ['single quotes', text.replace(`"${namespace}"`, `'${namespace}'`)],
    ['no namespace', text.replace(` xmlns:wp="${namespace}"`, '')],
  ])('with %s is recognized, and so is each of its items', async ([, disguised = '']) => {
    expect(recognizeFormat(disguised)).toBe('wordpress');
    const items = await readText(disguised);
    expect(items.map((each) => describeItem(each).replace(/^.*: /, ''))).toEqual([
      'draft',
      'a draft',
      'protected by a password',
      'an attachment',
      'a menu item',
      'an earlier version of a post',
      'private',
      'not published yet',
    ]);
    expect(saidBy(items[0]).date).toBe('2021-07-18');
    expect(receivedOf(items[0])).not.toMatch(/reader@|192\.0\.2/);
  });

  test('is not a feed that only speaks of WordPress', () => {
    const feed = `<rss version="2.0"><channel><item><description><![CDATA[<wp:post_type> is in ${namespace}]]></description></item></channel></rss>`;
    expect(recognizeFormat(feed)).toBe('feed');
  });
});

describe('dates of a post', () => {
  const dated = (local: string, universal = '', published = '') =>
    first(
      post(
        `<pubDate>${published}</pubDate><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${universal}</wp:post_date_gmt>`,
      ),
    );

  test.for([
    ['0000-00-00 00:00:00', '0000-00-00 00:00:00', 'Mon, 30 Nov -0001 00:00:00 +0000'],
    ['1970-01-01 00:00:00', '1970-01-01 00:00:00', ''],
    ['1970-01-01 01:00:00', '1970-01-01 00:00:00', ''],
    ['', '', 'Thu, 01 Jan 1970 00:00:00 +0000'],
  ])('are none where a program wrote %s, %s, %s', async ([local = '', universal, published]) => {
    const said = await dated(local, universal, published);
    expect(said).not.toHaveProperty('date');
    expect(said.notices).toEqual([expect.stringMatching(/^It has no date: /)]);
  });

  test('are the day of the site, or that of universal time, which is told', async () => {
    expect(await dated('2020-01-05 07:10:00', '2020-01-04 22:10:00')).toMatchObject({
      date: '2020-01-05',
      notices: [],
    });
    expect(await dated('1903-02-28 00:00:00', '0000-00-00 00:00:00')).toMatchObject({
      date: '1903-02-28',
      notices: [],
    });
    expect(await dated('', '0000-00-00 00:00:00', 'Thu, 29 Feb 1996 12:00:00 +0000')).toMatchObject({
      date: '1996-02-29',
      notices: ['The date is that of <pubDate>, in UTC: the post has no local date.'],
    });
  });

  test('fail when they are impossible, whatever the feed makes of them', async () => {
    const [failed] = await readText(
      exported(
        post(
          '<pubDate>Tue, 02 Mar 2021 10:00:00 +0000</pubDate><wp:post_date>2021-02-30 10:00:00</wp:post_date>',
        ),
      ),
    );
    expect(describeItem(failed!)).toContain('date "2021-02-30"');
  });

  test('are not those of a page, which is not news of the day on which it was made', async () => {
    const page = item('page', 1, 'We are a paper.', '<wp:post_date>2010-01-01 00:00:00</wp:post_date>');
    const [skipped] = await readText(exported(page));
    expect(describeItem(skipped!)).toContain('of the type "page", which --post-type page takes');
    const said = saidBy((await readText(exported(page), { postTypes: new Set(['page']) }))[0]);
    expect(said).not.toHaveProperty('date');
    expect(said.notices).toEqual(['A page has no date of publication: it was made on 2010-01-01.']);
  });
});

describe('the media library', () => {
  const library =
    attachment(
      11,
      'a.jpg',
      caption('The mole. <a href="https://quay.example/b">More</a>') +
        field('_wp_attachment_image_alt', 'A mole at dawn') +
        field('_media_credit', 'Nils Sund'),
    ) +
    attachment(
      12,
      'b.jpg',
      field('_wp_attachment_metadata', 'a:1:{s:10:"image_meta";a:1:{s:6:"credit";s:8:"Eva Berg";}}'),
    ) +
    attachment(13, 'talk.mp3', caption('The talk in full'));

  test('gives galleries and playlists what they show, wherever it is in the file', async () => {
    const said = await first(
      post('', 'It rained.\n\n[gallery ids="11,12,99"]\n\n[playlist ids="13"]') + library,
    );
    expect(said.body).toBe(
      [
        'It rained.',
        '[A mole at dawn](https://quay.example/files/a.jpg)\\\nThe mole. [More](https://quay.example/b) (Nils Sund)',
        '[b.jpg](https://quay.example/files/b.jpg)\\\nEva Berg',
        '[talk.mp3](https://quay.example/files/talk.mp3)',
        '*The talk in full*\n',
      ].join('\n\n'),
    );
    expect(said.leftOut).toEqual([
      { what: 'a picture of a gallery that is not in the export', text: 'attachment 99' },
    ]);
  });

  test('gives a gallery without ids the pictures that were uploaded to the post', async () => {
    const said = await first(
      post('', 'It rained.\n\n[gallery exclude="22"]') +
        attachment(21, 'c.jpg', '', 1) +
        attachment(22, 'd.jpg', '', 1),
    );
    expect(said.body).toBe('It rained.\n\n[c.jpg](https://quay.example/files/c.jpg)\n');
    expect(said.leftOut).toEqual([
      {
        what: 'a file that was uploaded to the post, and is not in its text',
        text: 'd.jpg',
        address: 'https://quay.example/files/d.jpg',
      },
    ]);
  });

  test('gives the featured picture, once', async () => {
    const featured = field('_thumbnail_id', '12');
    expect((await first(post(featured) + library)).body).toBe(
      '[b.jpg](https://quay.example/files/b.jpg)\\\nEva Berg\n\nIt rained.\n',
    );
    const shown =
      '<p>It rained.</p><img class="wp-image-12" src="https://quay.example/files/b-300x200.jpg" alt="Sea">';
    const { body = '' } = await first(post(featured, shown) + library);
    expect(body.match(/files\/b/g)).toHaveLength(1);
    expect((await first(post(field('_thumbnail_id', '98')))).leftOut).toEqual([
      { what: 'a featured picture that is not in the export', text: 'attachment 98' },
    ]);
  });

  test('gives pictures of a text the alternative text and the credit that they lack', async () => {
    const picture = (inner: string) =>
      `<p>It rained.</p><figure><img class="wp-image-11" src="https://quay.example/files/a-9x9.jpg" alt="">${inner}</figure>`;
    const said = await first(post('', picture('<figcaption>Waves</figcaption>')) + library);
    expect(said.body).toBe(
      'It rained.\n\n[A mole at dawn](https://quay.example/files/a-9x9.jpg)\\\nWaves (Nils Sund)\n',
    );
    expect(said.leftOut).toEqual([
      {
        what: 'a caption of the media library, which the text does not show',
        text: 'The mole. More',
        address: 'https://quay.example/files/a.jpg',
      },
    ]);
    const credited = await first(
      post('', picture('<figcaption>The mole. More. Photo: Nils Sund</figcaption>')) + library,
    );
    expect(credited.body).toContain('\nThe mole. More. Photo: Nils Sund\n');
  });

  test('is told where the text describes a picture in other words', async () => {
    const description = {
      what: 'a description of the media library, which the text does not show',
      text: 'A mole at dawn',
      address: 'https://quay.example/files/a.jpg',
    };
    const what = 'a caption of the media library, which the text does not show';
    const shown = (img: string) => first(post('', `<p>It rained.</p><figure>${img}</figure>`) + library);
    const source = 'src="https://quay.example/files/a-9x9.jpg"';
    expect((await shown(`<img class="wp-image-11" ${source} alt="The sea">`)).leftOut).toEqual([
      description,
      { ...description, what, text: 'The mole. More' },
    ]);
    // Blocks of galleries name the attachment in this way.
    expect((await shown(`<img data-id="11" ${source} alt="The sea">`)).leftOut).toContainEqual(description);
    // The number is that of something else.
    expect((await shown(`<img data-id="12" ${source} alt="The sea">`)).leftOut).toEqual([]);
    expect((await shown(`<img class="wp-image-11" ${source} alt="A MOLE at dawn">`)).leftOut).toEqual([
      { ...description, what, text: 'The mole. More' },
    ]);
  });

  test('is told where only the comment of a block says which file it shows', async () => {
    const block = `<!-- wp:image {"id":11} --><figure class="wp-block-image"><img src="https://quay.example/files/a.jpg" alt="The sea"/></figure><!-- /wp:image -->`;
    const said = await first(post('', `<p>It rained.</p>${block}`) + library);
    expect(said.leftOut).toEqual([
      {
        what: 'what the media library says of a file in the text',
        text: 'A mole at dawn / The mole. More / Nils Sund',
        address: 'https://quay.example/files/a.jpg',
      },
    ]);
  });

  test('tells a post that is pictures alone', async () => {
    const said = await first(
      post('', '<figure><img src="https://quay.example/one.jpg" alt="Flags"></figure>'),
    );
    expect(said.body).toBe('[Flags](https://quay.example/one.jpg)\n');
    expect(said.notices).toEqual(['It has pictures, and no text but theirs.']);
  });
});

describe('what stands elsewhere in the export', () => {
  test('is put in where a reusable block is used, but never without end', async () => {
    const block = item(
      'wp_block',
      31,
      '<!-- wp:paragraph --><p>Note.</p><!-- /wp:paragraph --><!-- wp:block {"ref":31} /-->',
    );
    const said = await first(post('', '<!-- wp:block {"ref":31} /--><!-- wp:block {"ref":32} /-->') + block);
    expect(said.body).toMatch(/^(?:Note\.\n\n?)+$/);
    expect(said.leftOut).toContainEqual({
      what: 'a reusable block that is not in the export',
      text: 'item with the id 32',
    });
  });

  test('are the notes of a text, which are numbered as in it', async () => {
    const mark = (id: string, number: number) =>
      `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">${number}</a></sup>`;
    const notes = [
      { id: 'n-a', content: 'The <em>old</em> mill.' },
      { id: 'n-b', content: 'See <a href="https://quay.example/x">there</a>.' },
    ];
    const said = await first(
      post(
        field('footnotes', JSON.stringify(notes)),
        `<!-- wp:paragraph --><p>Built in 1712${mark('n-a', 1)} and burned.${mark('n-b', 2)}</p><!-- /wp:paragraph --><!-- wp:footnotes /-->`,
      ),
    );
    expect(said.body).toBe(
      'Built in 1712\\[1] and burned.\\[2]\n\n\\[1] The *old* mill.\n\n\\[2] See [there](https://quay.example/x).\n',
    );
  });

  test('are subtitles and other custom fields', async () => {
    const said = await first(
      post(
        field('_edit_last', '1') +
          field('subtitle', 'A wet day') +
          field('_subtitle', 'field_5f0a1b') +
          field('kicker', 'Weather') +
          field('_yoast_wpseo_metadesc', 'Rain fell on the quay.') +
          field('enclosure', 'https://quay.example/a.mp3\n12\naudio/mpeg'),
      ),
    );
    expect(said.subtitle).toBe('A wet day');
    expect(said.leftOut).toEqual([
      { what: 'the custom field "kicker"', text: 'Weather' },
      { what: 'the custom field "_yoast_wpseo_metadesc"', text: 'Rain fell on the quay.' },
      { what: 'an enclosure', address: 'https://quay.example/a.mp3' },
    ]);
  });

  test('are categories with the ones that they are a part of, and namesakes told apart', async () => {
    const category = (slug: string, name: string, parent: string, description = '') =>
      `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name><wp:category_description>${description}</wp:category_description></wp:category>`;
    const said = await first(
      post(
        '<category domain="category" nicename="r-2">Reviews</category><category domain="series" nicename="s">Summer</category>',
      ),
      category('arts', 'Arts', '', 'All our arts.') +
        category('r-1', 'Reviews', '') +
        category('r-2', 'Reviews', 'arts'),
    );
    expect(said.terms).toEqual([
      { name: 'Reviews', broader: { name: 'Arts', description: 'All our arts.' }, isNamesake: true },
    ]);
    expect(said.leftOut).toEqual([{ what: 'a term of the taxonomy "series"', text: 'Summer' }]);
    expect(said.notices).toEqual([
      'Several categories of the source are named "Reviews": this is the one under "Arts".',
    ]);
  });

  test('are former addresses', async () => {
    const said = await first(
      post(
        '<link>https://quay.example/2021/07/lights/</link><wp:post_name>lights</wp:post_name><wp:post_date>2021-07-18 09:00:00</wp:post_date>' +
          field('_wp_old_slug', 'ligths') +
          field('_wp_old_date', '2021-06-30'),
      ),
    );
    expect(said.url).toBe('https://quay.example/2021/07/lights/');
    expect(said.leftOut?.map(({ what, address }) => `${what} ${address}`)).toEqual([
      'a former address https://quay.example/2021/07/ligths/',
      'a former address https://quay.example/2021/06/lights/',
      'a former address https://quay.example/2021/06/ligths/',
    ]);
  });
});

describe('control characters', () => {
  test('cost no post: each is told, and the source text keeps them', async () => {
    const text = 'Better\u0010 data.\u0000 Cut\u0008 &#11;here\uffff.';
    const items = await readText(
      exported(post('<title>A\u001c day&#16;</title>', text) + post('', 'Clean.')),
    );
    expect(items.map(describeItem)).toEqual(['item 1, line 2: draft', 'item 2, line 2: draft']);
    expect(saidBy(items[0])).toMatchObject({ title: 'A day', body: 'Better data. Cut here.\n' });
    expect(
      saidBy(items[0])
        .leftOut?.map(({ what }) => what)
        .sort(),
    ).toEqual([
      'a control character (U+0000) in <content:encoded>',
      'a control character (U+0008) in <content:encoded>',
      'a control character (U+000B) in <content:encoded>',
      'a control character (U+0010) in <content:encoded>',
      'a control character (U+0010) in <title>',
      'a control character (U+001C) in <title>',
      'a control character (U+FFFF) in <content:encoded>',
    ]);
    expect(receivedOf(items[0])).toContain(text);
  });
});
