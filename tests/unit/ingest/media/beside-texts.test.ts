import { describe, expect, test } from 'vitest';

import { bytesOf, makePicture } from '../../../support/pictures.ts';
import { auditOf, jpegs, leftOutOf, pdf, takeIn } from './take-in.ts';

const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const page = (body: string) => `<!DOCTYPE html><html lang="en"><head><title>The mill</title>
<meta property="article:published_time" content="2020-02-03T10:00:00Z"></head><body><article><h1>The mill</h1>
<p>The mill at the river was sold on Monday, and its new owner wants to open it to visitors in the spring.</p>${body}
<p>It has stood still since 1961, when the last miller, who was eighty by then, gave the key to the town.</p>
</article></body></html>`;

describe('npm run ingest, of texts with pictures beside them', () => {
  test('takes the pictures that a browser saved with a page', async () => {
    const body = `<figure><picture><source srcset="https://news.example/m-800.webp 800w"><img src="./Mill_files/mill.jpg" srcset="Mill_files/mill-large.jpg 1600w, Mill_files/mill.jpg 400w" alt="The mill"></picture><figcaption>The wheel is gone. <span class="credit">(Bo Ek)</span></figcaption></figure>
<img src="${blank}" data-src="Mill_files/late.jpg" alt="Late"><noscript><img src="Mill_files/late.jpg" alt="Late"></noscript>
<img src="${blank}" data-srcset="Mill_files/set-1.jpg 1x, Mill_files/set-2.jpg 2x" alt="A set">`;
    const files = await jpegs(
      ...['mill', 'mill-large', 'late', 'set-1', 'set-2'].map((name) => `Mill_files/${name}.jpg`),
    );
    const taken = await takeIn({ 'Mill.html': page(body), ...files }, ['{folder}']);
    const entry = taken.entry('2020/02/03/the-mill');
    expect(entry.pictures).toEqual([
      { file: '2020/02/03/mill-large.jpg', alt: 'The mill', caption: 'The wheel is gone.', credit: 'Bo Ek' },
      { file: '2020/02/03/late.jpg', alt: 'Late' },
      { file: '2020/02/03/set-2.jpg', alt: 'A set' },
    ]);
    expect(entry.body).toMatch(
      /spring\.\n\n!\[The mill\]\(\S+mill-large\.jpg\)\n\n!\[Late\]\(\S+\)\n\n!\[A set\]\(\S+\)\n\nIt has/,
    );
    expect(entry.body).not.toContain('wheel');
    expect(leftOutOf(taken)).toEqual([]);
    expect(await auditOf(taken, ['{folder}'])).toMatch(/ 0 with something missing\.$/);
  });

  test('takes the largest file that the sources beside a picture name', async () => {
    const shown = (sources: string, alt: string) =>
      `<picture>${sources}<img src="${alt}-small.jpg" alt="${alt}"></picture>`;
    const body = [
      shown('<source srcset="gate-800.jpg 800w,gate-1600.jpg 1600w">', 'gate'),
      shown('<source srcset="img/pond.jpg 1600w, gone.jpg 2400w">', 'pond'),
      // Another detail for small screens, and another format of the same size.
      shown('<source media="(max-width: 600px)" srcset="yard-cut.jpg 1200w"><source srcset="y.jpg">', 'yard'),
    ].join('\n');
    const names = ['gate-small', 'gate-800', 'gate-1600', 'img/pond', 'yard-small', 'yard-cut', 'y'];
    const files = await jpegs(...names.map((name) => `${name}.jpg`));
    const taken = await takeIn({ 'p.html': page(body), ...files }, ['{folder}/p.html']);
    expect(taken.entry('2020/02/03/the-mill').pictures).toEqual([
      { file: '2020/02/03/gate-1600.jpg', alt: 'gate' },
      { file: '2020/02/03/pond.jpg', alt: 'pond' },
      { file: '2020/02/03/yard-small.jpg', alt: 'yard' },
    ]);
  });

  test('takes the files of a Hugo page bundle, and skips them as texts', async () => {
    const text = [
      '---\ntitle: Fog\ndate: 2021-03-04\ncover:\n  image: quay.jpg\n  alt: A quay\n  caption: The quay\n---',
      'The fog came.',
      '![The mole](mole.jpg "The mole at noon. Photo: Ina Moe")',
      '{{< figure src="buoy.jpg" alt="A buoy" title="The buoy" caption="A *buoy* at [sea](https://sea.example/)" attr="Sig Ny" attrlink="https://sig.example/" >}}',
      'See the [report](report.pdf), and a ![small mole](./mole.jpg) in the line.',
    ].join('\n\n');
    const files = await jpegs('fog/quay.jpg', 'fog/mole.jpg', 'fog/buoy.jpg');
    const taken = await takeIn({ 'fog/index.md': text, 'fog/report.pdf': pdf, ...files }, ['{folder}']);
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain('4 × a picture or file that belongs to a text');
    const { attachments, body, pictures } = taken.entry('2021/03/04/fog');
    expect(pictures).toEqual([
      { file: '2021/03/04/quay.jpg', alt: 'A quay', caption: 'The quay' },
      {
        file: '2021/03/04/mole.jpg',
        alt: 'The mole',
        caption: 'The mole at noon.',
        credit: 'Photo: Ina Moe',
      },
      { file: '2021/03/04/buoy.jpg', alt: 'A buoy', caption: 'The buoy A buoy at sea', credit: 'Sig Ny' },
    ]);
    expect(attachments).toEqual([{ file: '2021/03/04/report.pdf', title: 'report' }]);
    expect(leftOutOf(taken).filter((told) => told.includes('link'))).toEqual(
      ['https://sea.example/', 'https://sig.example/'].map(
        (address) => `the address of a link in a caption: The buoy A buoy at sea Sig Ny (${address})`,
      ),
    );
    expect(body).toBe(
      'The fog came.\n\n![The mole](/media/2021/03/04/mole.jpg)\n\n![A buoy](/media/2021/03/04/buoy.jpg)\n\nSee the report, and a ![small mole](/media/2021/03/04/mole.jpg) in the line.',
    );
  });

  test('finds the pictures of a Jekyll site in the folder of --media', async () => {
    const text =
      '---\nlayout: post\nimage: /assets/img/lead.jpg\n---\nIt rained.\n\n[![A roof](/assets/img/roof.jpg)](https://example.org/roof)\n*Rain on [Mill Lane](https://example.org/lane)*\n';
    const taken = await takeIn(
      {
        '_posts/2021-05-06-rain.md': text,
        ...(await jpegs('site/assets/img/lead.jpg', 'site/assets/img/roof.jpg')),
      },
      ['--media', '{folder}/site', '{folder}/_posts'],
    );
    const { body, pictures } = taken.entry('2021/05/06/it-rained');
    expect(pictures).toEqual([
      { file: '2021/05/06/lead.jpg', alt: '' },
      { file: '2021/05/06/roof.jpg', alt: 'A roof', caption: 'Rain on Mill Lane' },
    ]);
    expect(body).toBe(
      'It rained.\n\n![A roof](/media/2021/05/06/roof.jpg)\n\n[https://example.org/roof](https://example.org/roof)',
    );
    expect(leftOutOf(taken)).toContain(
      'the address of a link in a caption: Rain on Mill Lane (https://example.org/lane)',
    );
  });

  test('finds the pictures whose addresses a Jekyll site makes of paths', async () => {
    const addresses = [
      ["![0]({{ '/img/0.jpg' | relative_url }})", 'img/0.jpg'],
      ['![1]({{ "/img/1 (a).jpg" | absolute_url }} "First")', 'img/1 (a).jpg'],
      ['![2]({{ site.baseurl }}/img/2.jpg)', 'img/2.jpg'],
      ['![3]({{ site.url }}{{ site.baseurl }}/img/3.jpg)', 'img/3.jpg'],
      ["![4]({{- 'img/4.jpg' | prepend: site.baseurl -}})", 'img/4.jpg'],
      ["![5]({{ site.baseurl | append: '/img/5.jpg' }})", 'img/5.jpg'],
      ['![6]({% link img/6.jpg %})', 'img/6.jpg'],
      ['<img src="{{ \'/img/7.jpg\' | relative_url }}" alt="7">', 'img/7.jpg'],
      ['{% include figure.html src="{{ site.url }}/img/8.jpg" alt="8" %}', 'img/8.jpg'],
      ["![9][p]\n\n[p]: {{ '/img/9.jpg' | relative_url }}", 'img/9.jpg'],
    ] as const;
    const text = `---\ntitle: Rain\n---\nIt rained.\n\n${addresses.map(([written]) => written).join('\n\n')}\n`;
    const files = await jpegs(...addresses.map(([, path]) => path));
    const taken = await takeIn({ '_posts/2021-05-06-rain.md': text, ...files }, [
      ...['--media', '{folder}/img', '{folder}/_posts'],
    ]);
    expect(taken.entry('2021/05/06/rain').pictures.map(({ alt }) => alt)).toEqual(
      addresses.map((_, index) => String(index)),
    );
    expect(leftOutOf(taken).filter((told) => !told.includes('definition'))).toEqual([]);
  });

  test('skips pictures in a folder of texts that none of them has, and takes the others whatever their names are', async () => {
    const jpeg = Object.values(await jpegs('a', 'b', 'c'));
    const text = '---\ntitle: Fog\n---\nThe fog came.\n\n![Fog](a-saved-picture)\n';
    const received = {
      'fog/a-saved-picture': jpeg[0] ?? '',
      'fog/another': jpeg[1] ?? '',
      'fog/draft.jpg': jpeg[2] ?? '',
      'fog/drawn.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'fog/fog.md': text,
    };
    for (const options of [['{folder}/fog'], ['--media', '{folder}/fog', '{folder}/fog']]) {
      const taken = await takeIn(received, options);
      expect(taken.code).toBe(0);
      expect(taken.entry('undated/fog').pictures).toHaveLength(1);
      expect(taken.report.map(({ file, reason }) => [String(file).split('/').at(-1), reason])).toEqual([
        ['drawn.svg', 'a picture (SVG) that was taken with no text'],
        ['fog.md', undefined],
        ['a-saved-picture', 'a picture or file that belongs to a text'],
        ['another', 'a picture that was taken with no text'],
        ['draft.jpg', 'a picture that was taken with no text'],
      ]);
    }
    const named = await takeIn(received, ['{folder}/fog/draft.jpg', '{folder}/fog/fog.md']);
    expect(named.code).toBe(1);
    expect(named.stdout + named.stderr).toContain('found a picture; expected a text. Leave it out.');
  });

  test('takes the larger picture that a relative link around one leads to', async () => {
    const files = await jpegs('a.jpg', 'a-300x200.jpg', 'thumb.jpg', 'img/large.jpg', 'only.jpg');
    const markdown = [
      '---\ntitle: The mill\n---\nIt was sold.',
      ...['[![A](a-300x200.jpg)](a.jpg)\n*The mill*', '[![Large](thumb.jpg)](img/large.jpg?v=2)'],
      ...['[![Only](only.jpg)](gone.jpg)', '[![B](only.jpg)](mill.html)'],
    ].join('\n\n');
    const html = page(
      '<figure><a href="a.jpg"><img src="a-300x200.jpg" alt="A"></a><figcaption>The mill</figcaption></figure><p><a href="img/large.jpg?v=2"><img src="thumb.jpg" alt="Large"></a></p><p><a href="gone.jpg"><img src="only.jpg" alt="Only"></a></p><p><a href="mill.html"><img src="only.jpg" alt="B"></a></p>',
    );
    for (const received of [{ 'mill.md': markdown }, { 'mill.html': html }]) {
      const taken = await takeIn({ ...received, ...files }, ['{folder}']);
      const [path = ''] = [...taken.files.keys()].flatMap(
        (each) => /^articles\/(.*)\.md$/.exec(each)?.[1] ?? [],
      );
      const { pictures } = taken.entry(path);
      expect(pictures.map(({ file, caption }) => [file?.split('/').at(-1), caption])).toEqual([
        ['a.jpg', 'The mill'],
        ['large.jpg', undefined],
        ['only.jpg', undefined],
      ]);
      const told = leftOutOf(taken);
      expect(told).toContain('the smaller picture of one that is linked to a larger: Large (thumb.jpg)');
      expect(told.filter((each) => each.includes('smaller'))).toHaveLength(1);
      expect(told.join()).toContain('(gone.jpg)');
      expect(told.join()).toContain('(mill.html)');
    }
  });

  test('takes the larger picture that a saved page has for one, when its address is known', async () => {
    const linked = page('<p><a href="Mill_files/large.jpg"><img src="Mill_files/small.jpg" alt="A"></a></p>');
    const saved = linked.replace(
      '</head>',
      '<link rel="canonical" href="https://mill.example/sold/"></head>',
    );
    const files = await jpegs('Mill_files/small.jpg', 'Mill_files/large.jpg');
    const taken = await takeIn({ 'Mill.html': saved, ...files }, ['{folder}/Mill.html']);
    expect(taken.media).toEqual(['2020/02/03/large.jpg']);
  });

  test('leaves texts alone whose pictures are not there', async () => {
    const taken = await takeIn(
      { 'a.md': '# Gone\n\nText. ![Words of it](gone.jpg)\n\n![](https://example.org/web.jpg)\n' },
      ['{folder}/a.md'],
    );
    expect(taken.entry('undated/gone').body).toBe(
      'Text. Words of it\n\n[web.jpg](https://example.org/web.jpg)',
    );
    expect(taken.media).toEqual([]);
    expect(leftOutOf(taken)).toEqual([
      'a picture without an address on the web, whose alternative text was kept: Words of it: no such file beside the text (gone.jpg)',
    ]);
  });

  test('says why a picture of a Hugo site was not found, in whatever form the text has it', async () => {
    const text = [
      '---\ntitle: Fog\ncover:\n  image: a.jpg\n---',
      ...['![B](/img/b.jpg)', '{{< figure src="c.jpg" >}}', 'A <img src="d.jpg" alt="D"> in the line.'],
    ].join('\n\n');
    const taken = await takeIn({ 'fog/index.md': text, ...(await jpegs('m/e.jpg')) }, [
      ...['--media', '{folder}/m', '{folder}/fog'],
    ]);
    const missing = leftOutOf(taken).filter((told) => told.includes('a picture'));
    expect(missing.map((told) => told.replace(/^[^:]*: /, ''))).toEqual([
      'B: no such file in the folder of --media (/img/b.jpg)',
      'no such file in the folder of --media (c.jpg)',
      'D: no such file in the folder of --media (d.jpg)',
      'no such file in the folder of --media (a.jpg)',
    ]);
  });

  test('keeps the words of a picture that breaks off', async () => {
    const whole = await bytesOf(makePicture(300, 200).jpeg());
    const html = page(
      '<figure><img src="m.jpg" alt="The mill"><figcaption>The wheel is gone</figcaption></figure>',
    );
    const taken = await takeIn({ 'p.html': html, 'm.jpg': whole.slice(0, whole.length >> 1) }, [
      '{folder}/p.html',
    ]);
    expect(taken.media).toEqual([]);
    expect(taken.entry('2020/02/03/the-mill').body).toContain('\n\nThe mill\\\nThe wheel is gone\n\n');
    expect(leftOutOf(taken).join()).toMatch(
      /cannot be taken.*The mill: found a picture that cannot be decoded.*\(m\.jpg\)/,
    );
  });
});
