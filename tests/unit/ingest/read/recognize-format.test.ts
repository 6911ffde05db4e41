import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../src/ingest/sources/source-error.ts';
import { formats, recognizeFormat } from '../../../../src/ingest/read/recognize-format.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/ingest');
const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const files = folders.flatMap(({ name: folder }) =>
  readdirSync(join(fixtures, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }): [string, string] => [`${folder}/${name}`, folder]),
);
const formatOf: Readonly<Record<string, string>> = { 'plain-text': 'text', 'web-page': 'html' };

describe('recognizeFormat', () => {
  test.for(files.filter(([path]) => path !== 'web-page/news-article.md'))('knows %s', ([path, folder]) => {
    const text = new TextDecoder().decode(readFileSync(join(fixtures, path)));
    expect(recognizeFormat(text)).toBe(formatOf[folder] ?? folder);
  });

  test.for([
    [
      'wordpress',
      '<?xml version="1.0"?>\n<!-- a -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">',
    ],
    ['feed', '<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss version="0.91"><channel>'],
    ['feed', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">'],
    ['feed', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'],
    ['feed', '{"items": [], "version": "https://jsonfeed.org/version/1.1"}'],
    ['html', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html>'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
    ['html', '<!-- saved from url=(0014)about:internet -->\n<HTML>'],
    ['html', '\n<article>\n<p>Fog'],
    ['html', '<title>Fog</title>'],
    [
      'ninjs',
      '{"uri": "http://x.example/1", "headline": "Fog"}\n{"uri": "http://x.example/2", "body_text": "Mist"}',
    ],
    ['ninjs', '[{"uri": "http://x.example/1", "headlines": [{"value": "Fog"}]}]'],
    ['ninjs', '{"standard": {"name": "ninjs", "version": "3.0"}, "uri": "x'],
    ['table', '{"title": "Fog", "text": "Mist"}'],
    ['table', '{"guid": 7, "headline": "Fog", "text": "Mist"}'],
    ['table', '[\n  {"title": "Fog", "te'],
    ['table', '[]'],
    ['table', '{ "a \\" key" : 1'],
    ['table', 'title,text\nFog,Mist\n'],
    ['table', 'Headline;Date;Story\nFog;2021;"Mist, and\nmore"\n'],
    ['table', 'id\ttitle\tbody\n1\tFog\tMist, dew\n2\tDew'],
    ['table', `title,text\nFog,"${'Mist.\n\n'.repeat(1000)}`],
    ['table', `title,text\nFog,Mist\nRain,Dew\nSnow,"${'Hail.\n\n'.repeat(1000)}`],
    ['table', 'title,date,text\nFog,2021,Mist,too many\n'],
    ['table', 'sep=;\r\ntitle;text\r\nFog;Mist\r\n'],
    ['table', 'title,date,author,author,text\nFog,2021,Ada,Nils,Mist\n'],
    ['table', 'Titel;Datum;Text\nNebel;2021;Es war trüb.\nRegen;2021;Es war nass.\n'],
    ['table', 'Überschrift;Datum;Text\r\nNebel;18.7.2021;Trüb; nass; kalt.\r\n'],
    ['table', 'Kopf\tInhalt\nNebel\tEs war trüb.\n'],
    ['table', 'Nr,Kopf,Zeile\n1,Nebel,Trüb\n2,Regen,Nass\n'],
    ['table', 'sep=;\nKopf;Zeile\nNebel;Trüb\n'],
    ['table', 'titre|date|texte\nBrume|2021|Il fait gris.\n'],
    ['table', 'title,text\nFog,The [fog](https://post.example/fog) came.\n'],
    [
      'ninjs',
      '{"guid":"urn:x:1","version":"3","type":"text","pubstatus":"usable","headline":"Fog","body_html":"<p>Mist</p>"}',
    ],
    ['ocr', '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout/>'],
    [
      'ocr',
      '<?xml version="1.0"?>\n<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">',
    ],
    [
      'mets',
      '<?xml version="1.0"?>\n<!-- an issue -->\n<mets:mets xmlns:mets="http://www.loc.gov/METS/" TYPE="Newspaper">',
    ],
    ['ocr', "<!DOCTYPE html><html><body><div class='ocr_page' id='page_1'>"],
    ['ocr', '<html><head><meta name="ocr-system" content="x"/></head>'],
    ['markdown', '---\ntitle: Fog\n---\n'],
    ['markdown', '\n---\n# a comment\n"a key": x\n'],
    ['markdown', '+++\ntitle = "Fog"\n+++\n'],
    ['markdown', '# Fog\n\nMist.'],
    ['markdown', 'The [fog](https://post.example/fog) came.'],
    ['markdown', 'Do this:\n\n```sh\nls\n```\n'],
    ['markdown', 'Do this:\n\n````\n```\nls\n````'],
    ['markdown', 'Do this:\n\n~~~ sh\nls\n~~~\n'],
  ])('finds %s in %j', ([format, start = '']) => {
    expect(recognizeFormat(start)).toBe(format);
  });

  test.for([
    'The fog, which came in May, left.\nThe rain, which came in June, stayed.',
    'date, place and people were known.\nText, however, was missing.',
    'date 2021-07-18 China opposes, text, title',
    'Title, text: what is the difference?\nNobody, they say, knows.',
    'Story, section\nOne fine day, a man, a boat, a dog.\nNothing, more.',
    'Text, date',
    'Places, people;\nTags, topics;\n',
    'Body and text;\nTitle; and date;\n',
    'title\ntext\ndate\n',
    'Harbour, pilots, boats\nThey came, they saw, they left.\nNobody, it seems, stayed.',
    'Red,\nyellow,\ngreen,\nblue,',
    'Osmark: 3; Lind: 2.\nThey won; we lost; it ended.\n',
    '---\n\nThe fog came.\n\n---\n\nIt went.',
    '---- The fog: it came',
    '#fog is all they write',
    '[sic] is what they write (https://post.example)',
    '] is the end of [',
    '[] is an empty list',
    '[1, 2] and [3, 4] are intervals',
    '{{byline|date=2004}} The fog',
    '{ "The fog" } is a title',
    '<3 is all they write',
    '<Applause> and then the fog.',
    'It is 5 < 6 and 7 > 6.',
    'Title: Fog\nDate: 2021\n\nMist.',
    '* one\n* two\n',
    'The news.\n\n~~~~~~~~\n\n*Not* emphasis.',
    '~~~~~~~~\nTHE NEWS\n~~~~~~~~\n\n*Not* emphasis.',
    'They write ```\n```` and\n``` no end',
    '1. Fog\n2. Mist\n',
    '\u0000\u0001\u0002',
    '',
  ])('takes %j for text', (start) => {
    expect(recognizeFormat(start)).toBe('text');
  });

  test('refuses markup without any element', () => {
    expect(() => recognizeFormat('<!-- a comment -->\n')).toThrow('XML without an element');
  });

  test('refuses XML of another kind', () => {
    expect(() => recognizeFormat('<?xml version="1.0"?><nitf><head/></nitf>')).toThrow(
      'of an unsupported kind: <nitf>',
    );
    expect(() => recognizeFormat('<?xml version="1.0"?><!-- no end')).toThrow(SourceError);
    expect(() => recognizeFormat('<!-- a --><svg viewBox="0 0 1 1">')).toThrow('a picture (SVG)');
  });

  test.for([
    '<CHANNEL HREF="http://e.example/"><TITLE>News</TITLE><ITEM><TITLE>Fog</TITLE></ITEM></CHANNEL>',
    '<!-- of 1998 -->\n<CHANNEL HREF="http://e.example/"><TITLE>News</TITLE>',
    '<DOC>\n<DOCNO>AP-1</DOCNO>\n<TEXT>The fog came.</TEXT>\n</DOC>\n',
    '<story>The fog came.</story>',
    '<nitf:nitf xmlns:nitf="x">',
    '<opml version="2.0"><body/></opml>',
  ])('does not take %j for running text', (start) => {
    expect(() => recognizeFormat(start)).toThrow('XML of an unsupported kind: <');
  });

  test('refuses what looks like a table and has no header, or no names at all', () => {
    const rows = 'Fog;2021;Mist\nRain;2021;Dew\nSnow;2021;Hail\nSun;2021;Heat\n';
    expect(() => recognizeFormat(`Export of Monday\n\n${rows}`)).toThrow(
      'what looks like a table: 4 of its first 5 lines have 3 cells parted by ";"',
    );
    expect(() => recognizeFormat('[["title", "text"], ["Fog", "Mist"]]')).toThrow('JSON of another kind');
  });

  test('survives anything', { timeout: 60_000 }, () => {
    const starts = files.map(([path]) => readFileSync(join(fixtures, path), 'utf8').slice(0, 3000));
    const piece = fc.constantFrom(
      '```a\n',
      '<!--',
      '<!doctype [',
      '[',
      '<?',
      '"',
      '---\n',
      '\n',
      ' ',
      '](http://',
      ',',
      '\t',
    );
    const repeated = fc.tuple(piece, fc.nat(20_000)).map(([text, times]) => text.repeat(times));
    const mutated = fc
      .tuple(fc.constantFrom(...starts), fc.nat(3000), fc.oneof(repeated, fc.string({ unit: 'binary' })))
      .map(([start, at, text]) => start.slice(0, at) + text);
    fc.assert(
      fc.property(fc.oneof(mutated, repeated), (start) => {
        try {
          expect(formats).toContain(recognizeFormat(start.slice(0, 65_536)));
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
        }
      }),
      { numRuns: 200 },
    );
  });
});
