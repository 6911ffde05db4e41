export {};

/** Letters that no decomposition parts from their stroke or ligature. */
const plain: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Letters without diacritics, case, apostrophes and hyphens: what names are narrowed by. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ‐‑-]/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => plain[letter] ?? letter);

const field = document.querySelector<HTMLInputElement>('#narrow');
const line = field?.closest('p');
const status = line?.querySelector('[role=status]');
const items = Array.from(document.querySelectorAll<HTMLElement>('.letter-index li'), (item) => ({
  item,
  names: fold(`${item.querySelector('a')?.textContent ?? ''} ${item.dataset.names ?? ''}`),
}));

if (field && line && status) {
  line.hidden = false;
  field.addEventListener('input', () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { item, names } of items) {
      item.hidden = !words.every((word) => names.includes(word));
      if (!item.hidden) left++;
    }
    for (const section of document.querySelectorAll<HTMLElement>('.letter-index section')) {
      section.hidden = !section.querySelector('li:not([hidden])');
    }
    status.textContent = words.length > 0 ? `${left} of ${items.length}` : '';
  });
}
