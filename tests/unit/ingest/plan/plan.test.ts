import { describe, expect, test } from 'vitest';

import type { Draft } from '../../../../src/ingest/drafts/draft.ts';
import { createPlanner } from '../../../../src/ingest/plan/plan.ts';
import { mapVocabularies } from '../../../../src/records/vocabularies.ts';

const content = {
  site: { title: 'T', description: 'D', language: 'en', url: 'https://example.org/' },
  about: undefined,
  articles: [],
  ledger: [],
  shareImage: undefined,
  media: new Map(),
  vocabularies: mapVocabularies(() => []),
};
const options = { createRecords: new Set<never>(), received: '2024-05-02' };
const noSources = { digestOf: () => undefined, mediaDigestOf: () => undefined };

function makeDraft(number: number): Draft {
  const body = `High water at pier ${number}, low water at pier ${number * 3}.`;
  return {
    origin: { file: 'tides.ndjson', item: `item ${number}`, line: number },
    title: 'Tide table',
    date: '2001-02-03',
    byline: [],
    terms: [],
    body,
    received: { bytes: new TextEncoder().encode(body), extension: 'json' },
    leftOut: [],
    notices: [],
  };
}

describe('createPlanner', () => {
  test('gives ten thousand items with one title and one date as many addresses, in steady time', () => {
    const plan = createPlanner(content, noSources, options);
    const ids = Array.from({ length: 10_000 }, (_, index) => {
      const outcome = plan({ kind: 'draft', draft: makeDraft(index + 1) });
      return outcome.kind === 'planned' ? outcome.planned.id : outcome.kind;
    });
    expect(new Set(ids).size).toBe(10_000);
    expect([ids[0], ids[1], ids.at(-1)]).toEqual([
      '2001/02/03/tide-table',
      '2001/02/03/tide-table-2',
      '2001/02/03/tide-table-10000',
    ]);
  });
});
