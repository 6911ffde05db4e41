import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeArchive, readFolder } from '../run-ingest.ts';
import { auditOf, jpegs, leftOutOf, pdf, run, takeIn } from './take-in.ts';

const uploads = 'https://post.example/wp-content/uploads';

const attachment = (id: number, path: string, more: Record<string, string> = {}, caption = '', parent = 1) =>
  `<item><title>${path}</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type>
<wp:status>inherit</wp:status><wp:post_parent>${parent}</wp:post_parent>
<excerpt:encoded><![CDATA[${caption}]]></excerpt:encoded><wp:attachment_url>${uploads}/${path}</wp:attachment_url>
${Object.entries(more)
  .map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
  )
  .join('\n')}</item>`;

const post = (title: string, text: string, featured = 0, day = '18') =>
  `<item><title>${title}</title><link>https://post.example/${title}/</link><content:encoded><![CDATA[${text}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2021-07-${day} 09:00:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${featured || ''}</wp:meta_value></wp:postmeta></item>`;

const wxr = (...items: string[]) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Evening Post</title><wp:wxr_version>1.2</wp:wxr_version>
${items.join('\n')}
</channel></rss>`;

const options = ['--media', '{folder}/uploads', '{folder}/export.xml'];

describe('npm run ingest -- --media, of a WordPress export', () => {
  test('takes featured pictures, galleries and captions, with the words of the media library', async () => {
    const received = {
      'export.xml': wxr(
        attachment(
          2,
          '2021/07/quay.jpg',
          { _wp_attachment_image_alt: 'An empty quay', _media_credit: 'Bo Ek' },
          'The quay on Friday.',
        ),
        attachment(3, '2021/07/crane.jpg', { credit: 'Ina Moe' }, 'The crane. Ina Moe / Evening Post'),
        attachment(4, '2021/07/tug-scaled.jpg', {
          _wp_attachment_metadata:
            'a:1:{s:10:"image_meta";a:2:{s:6:"credit";s:4:"Dock";s:9:"copyright";s:11:"Harbour Ltd";}}',
        }),
        post(
          'Strike',
          `The dockers went home.\n\n[gallery ids="3,4"]\n\n<figure><a href="${uploads}/2021/07/boat.jpg"><img src="${uploads}/2021/07/boat-300x200.jpg" alt="A boat"></a><figcaption>A boat leaves. Photo: Sig Ny</figcaption></figure>\n\nRead <a href="${uploads}/2021/07/deal.pdf">the agreement</a>.`,
          2,
        ),
      ),
      ...(await jpegs(
        'uploads/2021/07/quay.jpg',
        'uploads/2021/07/crane.jpg',
        'uploads/2021/07/tug.jpg',
        'uploads/2021/07/tug-scaled.jpg',
        'uploads/2021/07/boat.jpg',
        'uploads/2021/07/boat-300x200.jpg',
      )),
      'uploads/2021/07/deal.pdf': pdf,
    };
    const taken = await takeIn(received, options);
    expect(taken.code).toBe(0);
    const { attachments, body, pictures } = taken.entry('2021/07/18/strike');
    expect(pictures).toEqual([
      { file: '2021/07/18/quay.jpg', alt: 'An empty quay', caption: 'The quay on Friday.', credit: 'Bo Ek' },
      { file: '2021/07/18/crane.jpg', alt: '', caption: 'The crane.', credit: 'Ina Moe / Evening Post' },
      { file: '2021/07/18/tug.jpg', alt: '', credit: 'Dock', rights: 'Harbour Ltd' },
      { file: '2021/07/18/boat.jpg', alt: 'A boat', caption: 'A boat leaves.', credit: 'Photo: Sig Ny' },
    ]);
    expect(attachments).toEqual([{ file: '2021/07/18/deal.pdf', title: 'the agreement' }]);
    expect(body.split('\n\n')).toEqual([
      '![An empty quay](/media/2021/07/18/quay.jpg)',
      'The dockers went home.',
      '![](/media/2021/07/18/crane.jpg)',
      '![](/media/2021/07/18/tug.jpg)',
      '![A boat](/media/2021/07/18/boat.jpg)',
      'Read [the agreement](/media/2021/07/18/deal.pdf).',
    ]);
    expect(taken.stdout).toContain('2 pictures without a description in the source');
    const original = received['uploads/2021/07/tug.jpg' as keyof typeof received] as unknown as Uint8Array;
    expect(taken.files.get('media/2021/07/18/tug.jpg')).toBe(Buffer.from(original).toString('latin1'));
    expect(await auditOf(taken, options)).toMatch(/ 0 with something missing\.$/);
  });

  test('lets the links to a document lead to its file, whatever their words are', async () => {
    const link = (words: string) => `<a href="${uploads}/a_b_c.pdf">${words}</a>`;
    const table = `<table><tr><th>Day</th><th>Paper</th></tr><tr><td>1</td><td>${link('a | <em>b</em>')}</td></tr></table>`;
    const text = `<p>Read ${link(`${uploads}/a_b_c.pdf`)} or ${link('<strong>the</strong> deal')}, not <a href="${uploads}/gone.pdf">that</a>.</p>${table}`;
    const taken = await takeIn({ 'export.xml': wxr(post('Deal', text)), 'uploads/a_b_c.pdf': pdf }, options);
    const { attachments, body } = taken.entry('2021/07/18/deal');
    expect(attachments).toHaveLength(1);
    expect(body).not.toContain(`${uploads}/a_b_c.pdf)`);
    expect(body).toContain('or [**the** deal](/media/2021/07/18/a-b-c.pdf), not');
    expect(body).toContain(`[that](${uploads}/gone.pdf)`);
    expect(body).toContain('[a \\| *b*](/media/2021/07/18/a-b-c.pdf)');
    expect(body).toMatch(/Read \[https:\S+c\.pdf\]\(\/media\/2021\/07\/18\/a-b-c\.pdf\) or/);
    expect(await auditOf(taken, options)).toMatch(/ 0 with something missing\.$/);
  });

  test('puts the caption of a gallery under its last picture, and in no paragraph', async () => {
    const image = (name: string) => `<figure><img src="${uploads}/${name}.jpg" alt="${name}"></figure>`;
    const text = `<p>It opened.</p><figure class="wp-block-gallery">${image('one')}${image('two')}<figcaption>The first day</figcaption></figure><p>It rained.</p>`;
    const taken = await takeIn(
      { 'export.xml': wxr(post('Fair', text)), ...(await jpegs('uploads/one.jpg', 'uploads/two.jpg')) },
      options,
    );
    const { body, pictures } = taken.entry('2021/07/18/fair');
    expect(pictures.map(({ caption }) => caption)).toEqual([undefined, 'The first day']);
    expect(body).toBe(
      'It opened.\n\n![one](/media/2021/07/18/one.jpg)\n\n![two](/media/2021/07/18/two.jpg)\n\nIt rained.',
    );
  });

  test('copies the same bytes once, and gives another picture of that name a numeral', async () => {
    const [first, second] = Object.values(await jpegs('a', 'b'));
    const files = {
      'uploads/1/harbour.jpg': first,
      'uploads/2/harbour.jpg': second,
      'uploads/3/copy.jpg': first,
    };
    const image = (path: string) => `<p>Text of ${path}.</p><img src="${uploads}/${path}" alt="${path}">`;
    const taken = await takeIn(
      {
        ...(files as Record<string, Uint8Array>),
        'export.xml': wxr(
          post('One', image('1/harbour.jpg')),
          post('Two', image('2/harbour.jpg')),
          post('Three', image('3/copy.jpg'), 0, '19'),
          post('Four', image('1/harbour.jpg') + image('3/copy.jpg'), 0, '20'),
        ),
      },
      options,
    );
    expect(taken.media).toEqual(['2021/07/18/harbour-2.jpg', '2021/07/18/harbour.jpg']);
    expect(taken.entry('2021/07/18/two').body).toContain('](/media/2021/07/18/harbour-2.jpg)');
    expect(taken.entry('2021/07/19/three').pictures).toEqual([
      { file: '2021/07/18/harbour.jpg', alt: '3/copy.jpg' },
    ]);
    const four = taken.entry('2021/07/20/four');
    expect(four.pictures).toHaveLength(1);
    expect(four.body.match(/!\[/g)).toHaveLength(2);
    expect(leftOutOf(taken)).toEqual([
      `another description of a picture that the article has already: 3/copy.jpg (${uploads}/3/copy.jpg)`,
    ]);
  });

  test('leaves a picture that is nowhere a link with its words, and says so', async () => {
    const text = `<p>It burned.</p><figure><img src="${uploads}/2020/fire.jpg" alt="Smoke"><figcaption>Smoke at noon</figcaption></figure>`;
    // The name alone is not enough: another year's picture may have it.
    const taken = await takeIn(
      { 'export.xml': wxr(post('Fire', text)), ...(await jpegs('uploads/2019/fire.jpg')) },
      options,
    );
    expect(taken.media).toEqual([]);
    expect(taken.entry('2021/07/18/fire').body).toBe(
      `It burned.\n\n[Smoke](${uploads}/2020/fire.jpg)\\\nSmoke at noon`,
    );
    expect(leftOutOf(taken)).toEqual([
      `a picture or file that was not found, and stays a link: Smoke: no such file in the folder of --media (${uploads}/2020/fire.jpg)`,
    ]);
  });

  test('finds uploads in an unpacked site, and names with other signs', async () => {
    const text = `<p>Text.</p><img src="${uploads}/2021/K%C3%B8%20bru.jpg" alt="A bridge">`;
    const received = {
      'export.xml': wxr(post('Bridge', text)),
      ...(await jpegs('site/html/wp-content/uploads/2021/Kø bru.jpg')),
    };
    const taken = await takeIn(received, ['--media', '{folder}/site', '{folder}/export.xml']);
    expect(taken.media).toEqual(['2021/07/18/ko-bru.jpg']);
  });

  test('writes nothing in a dry run, and nothing twice', async () => {
    const received = {
      'export.xml': wxr(post('Fog', `<p>Fog.</p><img src="${uploads}/fog.jpg" alt="Fog">`)),
      ...(await jpegs('uploads/fog.jpg')),
    };
    const dry = await takeIn(received, ['--dry-run', ...options]);
    expect(dry.stdout).toMatch(
      /To copy to media\/ \([1-9][\d.]*\s(?:bytes|kB)\):\n {2}\S+uploads\/fog\.jpg → media\/2021\/07\/18\/fog\.jpg/,
    );
    expect([...dry.files.keys()]).toEqual(['site.yaml']);
    const first = await run(dry.folder, options, dry.root);
    expect(first.media).toEqual(['2021/07/18/fog.jpg']);
    expect(first.report[0]?.media).toEqual([
      { path: 'media/2021/07/18/fog.jpg', from: join(dry.folder, 'uploads/fog.jpg') },
    ]);
    const again = await run(dry.folder, options, dry.root);
    expect(again.stdout).toContain('1 item = 0 to write + 1 skipped');
    expect(again.report[0]?.reason).toBe('the same source text as 2021/07/18/fog');
    expect(again.files).toEqual(first.files);
    // As after a run that was killed when it had moved the picture.
    await rm(join(dry.root, 'articles'), { recursive: true });
    await rm(join(dry.root, 'sources'), { recursive: true });
    const completed = await run(dry.folder, options, dry.root);
    expect(completed.files).toEqual(first.files);
  });

  test('gives a picture that the archive has already no second file', async () => {
    const files = await jpegs('uploads/fog.jpg');
    const root = await makeArchive();
    const image = `<img src="${uploads}/fog.jpg" alt="Fog">`;
    await takeIn({ 'export.xml': wxr(post('Fog', `<p>Fog.</p>${image}`)), ...files }, options, root);
    await takeIn(
      { 'export.xml': wxr(post('Haze', `<p>Haze.</p>${image}`, 0, '19')), ...files },
      options,
      root,
    );
    const media = [...(await readFolder(root)).keys()].filter((path) => path.startsWith('media/'));
    expect(media).toEqual(['media/2021/07/18/fog.jpg']);
  });
});
