export {};

/**
 * Copies the citation when its button is pressed, with the paragraph that the page was opened at. The page loads it when the
 * button is first pressed.
 */
const button = document.getElementById('copy-citation');
const copiedStatus = document.getElementById('citation-copied');

async function copy(): Promise<void> {
  const citation = document.querySelector('.citation');
  if (!button || !copiedStatus || !citation) return;
  try {
    await navigator.clipboard.writeText(read(citation));
    copiedStatus.textContent = button.dataset['copied'] ?? '';
  } catch {
    // A browser may forbid it: the citation is shown and selected instead.
    citation.closest('details')?.setAttribute('open', '');
    getSelection()?.selectAllChildren(citation);
    copiedStatus.textContent = button.dataset['selected'] ?? '';
  }
}

/** The text of a citation. What style sheets show in it is not in its nodes. */
function read(citation: Element): string {
  const paragraph = /^#p(\d+)$/.exec(location.hash)?.[1];
  return [...citation.childNodes]
    .map((node) => {
      const text = node.textContent ?? '';
      if (paragraph === undefined || !(node instanceof HTMLElement)) return text;
      if (node.matches('.cited-paragraph')) return `${node.dataset['word']} ${paragraph}. `;
      return node.matches('a') ? text + location.hash : text;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

button?.addEventListener('click', () => void copy());
void copy();
