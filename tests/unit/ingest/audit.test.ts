import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeContent } from '../../support/content-folder.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const page = `<!doctype html><html lang="en"><head><title>Ferry returns</title></head><body><article>
<h1>Ferry returns</h1><p>The ferry of Norhaven returned on Monday, and hundreds were there to see it come in.</p>
<p>It had been repaired at Osmark for <a href="https://yard.example/bill">nine weeks</a>, and nobody could say when it
would be needed again, since the bridge is open and most people drive across it now.</p>
<figure><img src="https://post.example/ferry.jpg" alt="The ferry at dawn"><figcaption>Painted green</figcaption></figure>
</article></body></html>
`;

async function ingest(...options: string[]): Promise<{ root: string; file: string; code: number }> {
  const root = await makeContent();
  const file = join(await makeFolder({ 'ferry.html': page }), 'ferry.html');
  const { code, stderr } = await runWarm('ingest', root, [...options, file]);
  expect(stderr).not.toMatch(/^ {4}at /m);
  return { root, file, code };
}

async function audit(root: string, file: string) {
  const { code, stdout } = await runWarm('ingest', root, ['--audit', file]);
  return { code, said: stdout.trimEnd().split('\n') };
}

describe('npm run ingest -- --audit', () => {
  test('finds nothing missing right after a text was taken in', async () => {
    const { root, file } = await ingest();
    const { code, said } = await audit(root, file);
    expect(said).toEqual(['1 items compared: 0 with something missing.']);
    expect(code).toBe(0);
  });

  test('names each word and address that is no longer in the entry', async () => {
    const { root, file } = await ingest();
    const { said: listed } = await audit(root, file);
    expect(listed).toHaveLength(1);
    const entry = join(root, 'articles/undated/ferry-returns.md');
    const text = await readFile(entry, 'utf8');
    const changed = text
      .replace('hundreds', 'many')
      .replace('https://yard.example/bill', 'https://yard.example/other')
      .replace('Painted green', '')
      .replace('The ferry at dawn', 'A picture');
    await writeFile(entry, changed);
    const { code, said } = await audit(root, file);
    const words = said.flatMap((line) => /not in the entry: (\S+)/.exec(line)?.[1] ?? []);
    expect(words.sort()).toEqual(['Painted', 'dawn', 'green', 'https://yard.example/bill', 'hundreds']);
    expect(code).toBe(1);
  });

  test('takes no name of a column or of a parameter for a word of the text', async () => {
    const figure =
      '{{< figure src="https://post.example/q.jpg?id=7" class="wide zoomed" alt="Dawn" caption="Fog at the quay" attr="Bo Ek" width="90%" >}}';
    const received = {
      'table.csv':
        'Headline,Published,Body,"Photo\nfilename",Remarks\nFog,2021-02-03,"The fog came, and stayed.",,\n',
      'hugo.md': `---\ntitle: Haze\n---\nIt was hazy.\n\n${figure}\n\n{{% notice tip %}}\nMind the steps.\n{{% /notice %}}\n`,
      'jekyll.md':
        '---\ntitle: Rain\nlayout: post\n---\nIt rained.\n\n{% include figure.html src="https://post.example/r.jpg" caption="Rain" %}\n\nSee <b>it</b>.\n',
    };
    const root = await makeContent();
    const folder = await makeFolder(received);
    const files = Object.keys(received).map((name) => join(folder, name));
    const map = ['--map', 'title=Headline,date=Published,text=Body'];
    const run = await runWarm('ingest', root, [...map, ...files]);
    expect(run.code).toBe(0);
    const { stdout } = await runWarm('ingest', root, ['--audit', ...map, ...files]);
    expect(stdout.trimEnd().split('\n')).toEqual(['3 items compared: 0 with something missing.']);
    const entry = join(root, 'articles/undated/haze.md');
    const text = await readFile(entry, 'utf8');
    await writeFile(entry, text.replace('Fog at the quay', '').replace('Dawn', 'A picture'));
    const { stdout: changed } = await runWarm('ingest', root, ['--audit', ...map, ...files]);
    const words = [...changed.matchAll(/not in the entry: (\S+)/g)].map(([, word]) => word);
    expect(words.sort()).toEqual(['Dawn', 'Fog', 'at', 'quay']);
  });

  test('finds words of recognized text that line ends part, and those that are gone', async () => {
    const parted =
      '<TextLine><String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/><String CONTENT="opens"/></TextLine>';
    const joined =
      '<TextLine><String CONTENT="The"/><SP/><String CONTENT="quay"/><SP/><String CONTENT="at"/><SP/><String CONTENT="noon:"/><SP/><String CONTENT="qu-"/></TextLine><TextLine><String CONTENT="ay"/></TextLine>';
    const received = {
      'page.alto.xml': `<alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page><TextBlock>${parted}</TextBlock><TextBlock>${joined}</TextBlock></Page></Layout></alto>`,
      'page.hocr':
        '<html><body><div class="ocr_page" title="bbox 0 0 9 9; image \'p.png\'"><p class="ocr_par"><span class="ocr_line">The fer\u00ad</span><span class="ocr_line">ry left.</span></p></div></body></html>',
      'plain.txt': 'A lock was there. The lo-\nck and the bri-\ndge.\n',
    };
    const root = await makeContent();
    const folder = await makeFolder(received);
    await runWarm('ingest', root, [folder]);
    expect((await audit(root, folder)).said).toEqual(['3 items compared: 0 with something missing.']);
    const entry = join(root, 'articles/undated/harbour-opens.md');
    const text = await readFile(entry, 'utf8');
    expect(text).toContain('The quay at noon: quay\n');
    await writeFile(entry, text.replaceAll('quay', 'pier').replace('noon', 'dawn'));
    const { said } = await audit(root, folder);
    const words = said.flatMap((line) => /not in the entry: (\S+)/.exec(line)?.[1] ?? []);
    expect(words.sort()).toEqual(['ay', 'noon', 'qu', 'quay']);
  });

  test('says that the archive has no entry of a source', async () => {
    const root = await makeContent();
    const file = join(await makeFolder({ 'ferry.html': page }), 'ferry.html');
    const { code, said } = await audit(root, file);
    expect(said[0]).toBe(`${file}: no entry of the archive has this source`);
    expect(code).toBe(1);
  });
});

test('--strict writes nothing when something would be left out', async () => {
  const root = await makeContent();
  const script = page.replace('</article>', '<script src="https://post.example/a.js"></script></article>');
  const file = join(await makeFolder({ 'ferry.html': script }), 'ferry.html');
  const { code, stdout } = await runWarm('ingest', root, ['--strict', file]);
  expect(code).toBe(1);
  expect(stdout).toContain('Not in the entries:\n  1 × a script (1 item): https://post.example/a.js');
  expect(stdout).toContain('Nothing was written');
  await expect(readFile(join(root, 'articles/undated/ferry-returns.md'))).rejects.toThrow('ENOENT');
  expect((await runWarm('ingest', root, [file])).code).toBe(0);
  expect(await readFile(join(root, 'articles/undated/ferry-returns.md'), 'utf8')).toContain('hundreds');
});
