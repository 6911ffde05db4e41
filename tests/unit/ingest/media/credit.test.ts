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
    ['She opens the lock (Ada Lind)', 'Ada Lind', 'She opens the lock', 'Ada Lind'],
    ['Harbour at dawn (Photo: Jane Holm)', '', 'Harbour at dawn', 'Photo: Jane Holm'],
    [
      'Harbour at dawn (Photo: Jane Holm (Evening Post)).',
      '',
      'Harbour at dawn',
      'Photo: Jane Holm (Evening Post)',
    ],
    ['Harbour at dawn [Foto: dpa]', '', 'Harbour at dawn', 'Foto: dpa'],
    ['Harbour at dawn | Foto: J. Holm', '', 'Harbour at dawn', 'Foto: J. Holm'],
    ['Harbour at dawn | Jane Holm', 'Jane Holm', 'Harbour at dawn', 'Jane Holm'],
    ['Harbour at dawn [AP]', '', 'Harbour at dawn', 'AP'],
    ['Harbour at dawn (AP Photo/Jane Holm)', '', 'Harbour at dawn', 'AP Photo/Jane Holm'],
    ['Harbour at dawn (Reuters)', '', 'Harbour at dawn', 'Reuters'],
    ['At dawn. Photo: Dr. J. Holm. © Evening Post', '', 'At dawn.', 'Photo: Dr. J. Holm. © Evening Post'],
    ['At dawn. © Evening Post. All rights reserved.', '', 'At dawn.', '© Evening Post. All rights reserved.'],
  ])('parts “%s”', (text, known, caption, credit) => {
    expect(partCredit(text, known)).toEqual({ caption, credit });
  });

  test.each([
    ['The photo: what it does not show', ''],
    ['Ada Lind opens the lock. She was late.', 'Ada Lind'],
    ['The lock was opened by Ada Lind', 'Ada Lind'],
    ['Before noon. Ada Lind came late. So did the mayor.', 'Ada Lind'],
    ['Credit: Jane Holm. And more text follows here.', ''],
    ['At dawn. Photo: Jane Holm. The harbour was built in 1911.', ''],
    ['Harbour (Photo: Jane Holm) at dawn', ''],
    ['The harbour (photo: left) and the mole (photo: right)', ''],
    ['A flood in Vijayawada (AP)', ''],
    ['The Environmental Protection Agency (EPA)', ''],
    ['The letter says [sic]', ''],
    ['North quay | the photo', ''],
    ['She opens the lock (with Ada Lind)', 'Ada Lind'],
  ])('leaves “%s” whole', (caption, known) => {
    expect(partCredit(caption, known)).toEqual({ caption });
  });
});
