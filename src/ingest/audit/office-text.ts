import { inflateRawSync } from 'node:zlib';

import { resolveEntities } from '../text/html-line.ts';

/** The most bytes of a part, unpacked. */
const partLimit = 64 * 1024 * 1024;

/** The parts that say something, and which of their elements do: all, or those that a pattern names. */
const parts: readonly (readonly [name: RegExp, elements: RegExp, from: string])[] = [
  [
    /^word\/(?:document|footnotes|endnotes|comments|header|footer)\d*\.xml$/,
    /^\w+:(?:t|delText|instrText)$/,
    '',
  ],
  [/^word\/(?:charts|diagrams)\/[^/]*\.xml$/, /^\w+:[tv]$/, ''],
  [/^docProps\/core\.xml$/, /^dc:|^cp:(?:keywords|category)$/, ''],
  [/^meta\.xml$/, /^dc:(?:title|creator|subject|description)$|^meta:keyword$/, ''],
  [/^content\.xml$/, /^(?!dc:|meta:|text:index-title-template$)/, '<office:body'],
  [/^styles\.xml$/, /^(?!dc:|meta:)/, '<office:master-styles'],
];

/** Elements after which another word begins. */
const separating =
  /^\/?(?:w|text|a|c|table|m|draw|svg|dc):(?:p|h|tab|br|cr|line-break|s|note|note-citation|table-cell|pt|oMath|title|desc|annotation|creator)$/;

/**
 * Everything that a document in a ZIP file (Office Open XML, OpenDocument) says: its words, descriptions of pictures and web
 * addresses. It is taken by means that share nothing with the readers of these formats.
 */
export function readOfficeText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const texts: string[] = [];
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = end < 0 ? file.length : file.readUInt32LE(end + 16);
  while (at + 46 <= file.length && file.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, nameEnd);
    const part = parts.find(([pattern]) => pattern.test(name));
    if (part) texts.push(readPart(unpack(file, at), part[1], part[2]));
    else if (name.endsWith('.rels'))
      texts.push(
        ...Array.from(unpack(file, at).matchAll(/\bTarget="(https?:[^"]*)"/g), ([, target = '']) =>
          resolveEntities(target),
        ),
      );
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return texts.join('\n');
}

/** @param at of its header in the central directory */
function unpack(file: Buffer, at: number): string {
  const local = file.readUInt32LE(at + 42);
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
  const isStored = file.readUInt16LE(at + 10) === 0;
  return (isStored ? packed : inflateRawSync(packed, { maxOutputLength: partLimit })).toString('utf8');
}

/** The words of some elements, each paragraph on a line, with what attributes say of pictures and links. */
function readPart(xml: string, elements: RegExp, from: string): string {
  const said: string[] = [];
  for (const piece of xml.slice(Math.max(0, xml.indexOf(from))).split('<')) {
    const tagEnd = piece.indexOf('>');
    const tag = piece.slice(0, tagEnd);
    const [name = ''] = tag.split(/[\s/>]/, 1);
    const closed = tag.startsWith('/') ? tag : name;
    if (separating.test(closed)) said.push('\n');
    for (const [, value = ''] of tag.matchAll(/\s(?:descr|xlink:href)="([^"]*)"/g))
      if (!/^(?:Pictures|media|\.)/.test(value)) said.push(`\n${value}\n`);
    const words = piece.slice(tagEnd + 1);
    // The codes of fields are no words, but for the addresses of links.
    if (/:instrText$/.test(name))
      said.push(...(words.match(/https?:[^\s"&]+/g) ?? []).map((each) => `\n${each}\n`));
    else if (elements.test(name || tag.slice(1))) said.push(words);
  }
  return resolveEntities(said.join(''));
}
