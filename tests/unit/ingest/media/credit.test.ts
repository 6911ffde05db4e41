import { describe, expect, test } from 'vitest';

import { partCredit } from '../../../../src/ingest/media/credit.ts';

describe('partCredit', () => {
  test.each([
    ['The harbour at dawn. Photo: Ada Lind', '', 'The harbour at dawn.', 'Photo: Ada Lind'],
    ['The harbour at dawn. (Foto: A. Lind)', '', 'The harbour at dawn.', 'Foto: A. Lind'],
    ['Photo by Ada Lind', '', '', 'Photo by Ada Lind'],
    ['“It burns!” © Evening Post', '', '“It burns!”', '© Evening Post'],
    [
      'She opens the lock. Ada Lind / Evening Post',
      'Ada Lind',
      'She opens the lock.',
      'Ada Lind / Evening Post',
    ],
    ['She opens the lock. (Ada Lind)', 'ada lind', 'She opens the lock.', 'Ada Lind'],
  ])('parts “%s”', (text, known, caption, credit) => {
    expect(partCredit(text, known)).toEqual({ caption, credit });
  });

  test.each([
    ['The photo: what it does not show', ''],
    ['Ada Lind opens the lock. She was late.', 'Ada Lind'],
    ['The lock was opened by Ada Lind', 'Ada Lind'],
    ['Before noon. Ada Lind came late. So did the mayor.', 'Ada Lind'],
  ])('leaves “%s” whole', (caption, known) => {
    expect(partCredit(caption, known)).toEqual({ caption });
  });
});
