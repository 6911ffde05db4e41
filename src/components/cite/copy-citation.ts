import { cite as t } from '../../languages/reading-list/messages.ts';

/**
 * Copies the citation when its button is pressed, with the paragraph that the page was opened at. The page loads it when the
 * button is first pressed.
 */
const button = document.getElementById('copy-citation');
const copiedStatus = document.getElementById('cite-status');

async function copy(): Promise<void> {
  const citation = document.querySelector('.citation');
  if (!copiedStatus || !citation) return;
  try {
    await navigator.clipboard.writeText(read(citation));
    copiedStatus.textContent = t.copied;
  } catch {
    // A browser may forbid it: the citation is shown and selected instead.
    citation.closest('details')?.setAttribute('open', '');
    getSelection()?.selectAllChildren(citation);
    copiedStatus.textContent = t.selected;
  }
}

/** The text of a citation. What style sheets show in it is not in its nodes. */
function read(citation: Element): string {
  const paragraph = /^#p(\d+)$/.exec(location.hash)?.[1];
  return [...citation.childNodes]
    .map((node) => {
      const text = node.textContent ?? '';
      if (paragraph === undefined || !(node instanceof HTMLAnchorElement)) return text;
      return `${node.dataset['paragraph']} ${paragraph}. ${text}${location.hash}`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

button?.addEventListener('click', () => void copy());
void copy();
