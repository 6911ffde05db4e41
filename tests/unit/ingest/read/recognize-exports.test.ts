import { expect, test } from 'vitest';

import { recognizeFormat } from '../../../../src/ingest/read/recognize-format.ts';
import {
  ghostExport,
  mediumPost,
  movableTypeExport,
  outbox,
  substackExport,
} from '../../../support/blog-exports.ts';

test.each([
  ['ghost', ghostExport],
  ['ghost', '{"meta":{"exported_on":1,"version":"003"},"data":{"posts":[]}}'],
  ['movabletype', movableTypeExport],
  ['movabletype', movableTypeExport.replaceAll('\n', '\r\n')],
  ['activitypub', outbox],
  ['medium', mediumPost],
  ['substack', substackExport['posts.csv'] ?? ''],
])('an export is known by how it begins: %s', (format, text) => {
  expect(recognizeFormat(text)).toBe(format);
});

test.each([
  ['table', '{"title": "Fog", "text": "It came.", "meta": {}}'],
  ['text', 'Title: Fog\nDate: 2021-05-06\n\nIt came.\n-----\nBODY: no'],
  ['table', 'post_id,title,date,text\n1,Fog,2021-05-06,It came.\n'],
  ['html', '<!doctype html><html><body><article class="h-entry"><p>It came.</p></article></body></html>'],
])('what only looks like one is another format: %s', (format, text) => {
  expect(recognizeFormat(text)).toBe(format);
});
