import { describe, expect, test } from 'vitest';

import { auditOf, jpegs, leftOutOf, takeIn } from './take-in.ts';

describe('npm run ingest -- --media, of files that sources list beside their texts', () => {
  test('takes the pictures and recordings of a feed, with their words', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Radio</title>
<item><title>Waves</title><pubDate>Sun, 18 Jul 2021 08:15:00 +0000</pubDate><description>The waves were high.</description>
<enclosure url="https://radio.example/audio/waves.mp3" type="audio/mpeg"/>
<media:content url="https://radio.example/img/waves.jpg"><media:title>High waves</media:title><media:description>Waves at the mole.</media:description><media:credit>Nils Sund</media:credit></media:content>
</item></channel></rss>`;
    const received = {
      'feed.xml': feed,
      'files/waves.mp3': 'ID3\u0003',
      ...(await jpegs('files/img/waves.jpg')),
    };
    const options = ['--media', '{folder}/files', '{folder}/feed.xml'];
    const taken = await takeIn(received, options);
    const { attachments, body, pictures } = taken.entry('2021/07/18/waves');
    expect(pictures).toEqual([
      { file: '2021/07/18/waves.jpg', alt: 'High waves', caption: 'Waves at the mole.', credit: 'Nils Sund' },
    ]);
    expect(attachments).toEqual([{ file: '2021/07/18/waves.mp3', title: 'waves.mp3' }]);
    expect(body).toBe(
      'The waves were high.\n\n![High waves](/media/2021/07/18/waves.jpg)\n\n[waves.mp3](/media/2021/07/18/waves.mp3)',
    );
    expect(await auditOf(taken, options)).toMatch(/ 0 with something missing\.$/);
  });

  test('tells the words that a feed has besides its text only if the picture is not taken', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Radio</title>
<item><title>Waves</title><pubDate>Sun, 18 Jul 2021 08:15:00 +0000</pubDate><description>&lt;p&gt;The waves were high.&lt;/p&gt;&lt;img src="https://radio.example/img/waves.jpg" alt="High waves"&gt;</description>
<media:content url="https://radio.example/img/waves.jpg"><media:description>Waves at the mole.</media:description><media:credit>Nils Sund</media:credit></media:content>
</item></channel></rss>`;
    const options = ['--strict', '--media', '{folder}/files', '{folder}/feed.xml'];
    const taken = await takeIn({ 'feed.xml': feed, ...(await jpegs('files/img/waves.jpg')) }, options);
    expect(taken.entry('2021/07/18/waves').pictures).toEqual([
      { file: '2021/07/18/waves.jpg', alt: 'High waves', caption: 'Waves at the mole.', credit: 'Nils Sund' },
    ]);
    expect(leftOutOf(taken)).toEqual([]);
    expect(taken.code).toBe(0);

    const untaken = await takeIn({ 'feed.xml': feed }, ['{folder}/feed.xml']);
    expect(leftOutOf(untaken)).toEqual([
      'a caption of a picture in the text: Waves at the mole. (https://radio.example/img/waves.jpg)',
      'a credit of a picture in the text: Nils Sund (https://radio.example/img/waves.jpg)',
    ]);
  });

  test('takes the pictures of news in JSON', async () => {
    const item = {
      uri: 'urn:1',
      headline: 'Waves',
      body_text: 'The waves were high.',
      versioncreated: '2021-07-18T10:00:00Z',
      associations: [
        {
          uri: 'urn:2',
          type: 'picture',
          headline: 'High waves',
          description_text: 'Waves at the mole.',
          byline: 'Nils Sund',
          renditions: [{ href: 'https://agency.example/p/waves.jpg' }],
        },
      ],
    };
    const received = { 'item.json': JSON.stringify(item), ...(await jpegs('files/p/waves.jpg')) };
    const taken = await takeIn(received, ['--media', '{folder}/files', '{folder}/item.json']);
    expect(taken.media).toEqual(['2021/07/18/waves.jpg']);
    expect(taken.entry('2021/07/18/waves').pictures[0]).toMatchObject({
      caption: 'Waves at the mole.',
      credit: 'Nils Sund',
    });
  });

  test('takes pictures that a table names, with the columns that speak of them', async () => {
    const table = [
      'title,date,text,image,caption,photo credit,alt text,image 2,caption 2',
      'One,2021-02-03,The first text.,one.jpg,First picture,Bo Ek,A red square,deep/two.jpg,Second picture',
      'Two,2021-02-04,The second text.,lost.jpg,Lost picture,Ina Moe,,,',
      'Three,2021-02-05,The third text.,same.jpg,,,,,',
    ];
    const files = await jpegs('files/one.jpg', 'files/deep/two.jpg', 'files/a/same.jpg', 'files/b/same.jpg');
    const taken = await takeIn({ 't.csv': table.join('\n'), ...files }, [
      '--media',
      '{folder}/files',
      '{folder}/t.csv',
    ]);
    expect(taken.entry('2021/02/03/one').pictures).toEqual([
      { file: '2021/02/03/one.jpg', alt: 'A red square', caption: 'First picture', credit: 'Bo Ek' },
      { file: '2021/02/03/two.jpg', alt: '', caption: 'Second picture' },
    ]);
    expect(taken.media).toHaveLength(2);
    const told = leftOutOf(taken);
    expect(told).toContain('a cell of the column "photo credit": Ina Moe ()');
    expect(told).toContain(
      'a picture or file that was not found: Lost picture: no such file in the folder of --media (lost.jpg)',
    );
    expect(told).toContain(
      'a picture or file that was not found: 2 files match: a/same.jpg, b/same.jpg (same.jpg)',
    );
  });

  test('tells the cells of a table when no folder is given', async () => {
    const taken = await takeIn(
      { 't.csv': 'title,date,text,image,caption\nOne,2021-02-03,A text.,one.jpg,First\n' },
      ['{folder}/t.csv'],
    );
    expect(leftOutOf(taken)).toEqual([
      'a cell of the column "image": one.jpg ()',
      'a cell of the column "caption": First ()',
    ]);
  });
});
