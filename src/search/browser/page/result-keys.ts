/**
 * Makes results reachable by keys: `/` moves the focus to the field, the arrow keys move it from there through the results,
 * and Escape moves it back to the field; in the field, Escape clears the search.
 *
 * @param clear clears the search
 */
export function listenToKeys(field: HTMLInputElement, results: HTMLElement, clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    const links = Array.from(results.querySelectorAll<HTMLElement>('h2 a'));
    const index = links.indexOf(target);
    const isTyping = target.matches('input:not([type=checkbox]), select');
    if (key === '/' && !isTyping) field.focus();
    else if (key === 'Escape' && index >= 0) field.focus();
    else if (key === 'Escape' && target === field && field.value !== '') clear();
    else if (key === 'ArrowDown' && (index >= 0 || target === field)) links[index + 1]?.focus();
    else if (key === 'ArrowUp' && index >= 0) (links[index - 1] ?? field).focus();
    else return;
    event.preventDefault();
  });
}
