/**
 * Lets the keys go through results: `/` goes to the field, the arrow keys from it to the results and from one to the
 * next, Escape from a result back to the field, and in the field empties it.
 *
 * @param clear empties the search
 */
export function listenToKeys(field: HTMLInputElement, results: HTMLElement, clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    const links = Array.from(results.querySelectorAll<HTMLElement>('h2 a'));
    const place = links.indexOf(target);
    const isTyping = target.matches('input:not([type=checkbox]), select');
    if (key === '/' && !isTyping) field.focus();
    else if (key === 'Escape' && place >= 0) field.focus();
    else if (key === 'Escape' && target === field && field.value !== '') clear();
    else if (key === 'ArrowDown' && (place >= 0 || target === field)) links[place + 1]?.focus();
    else if (key === 'ArrowUp' && place >= 0) (links[place - 1] ?? field).focus();
    else return;
    event.preventDefault();
  });
}
