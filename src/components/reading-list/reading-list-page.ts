import { readingList as t } from '../../languages/reading-list/messages.ts';
import { element, fill } from '../../search/browser/page/element.ts';
import { saveFile } from '../../search/browser/page/save-file.ts';
import { get } from '../../search/browser/page/settings.ts';
import { findMoved } from '../../views/parts/moved-folders.ts';
import type { ListEntry } from './entry.ts';
import { listFormats } from './export-list.ts';
import { mostIds, readListAddress, renderListAddress, type AddressedList } from './list-address.ts';
import { loadEntries } from './load-entries.ts';
import { renderItem } from './list-item.ts';
import { merge, readStored, store } from './stored-list.ts';

const root = get('reading-list');
const { list = '/', articles = '/', moved } = root.dataset;
const hrefOf = (id: string) => findMoved(moved, `${articles}${id}/`);
const addressed = readListAddress(location.search);
let entries: ListEntry[] = [];

/** Shows the list as it is now. */
function show(): void {
  const [summary, nothing] = addressed ? [t.shared, t.nothingInAddress] : [t.holds, t.nothing];
  get('list-status').textContent = entries.length > 0 ? summary(entries.length) : nothing;
  fill(
    get('list'),
    entries.map((entry) => renderItem(entry, hrefOf(entry.id), remove)),
  );
  get('list-tools').hidden = entries.length === 0;
  get('list-link').hidden = true;
}

/** Replaces the list where it comes from: the address, or this browser. */
function change(changed: ListEntry[]): void {
  if (!addressed && !store(list, changed)) return note(t.notKept);
  entries = changed;
  if (addressed) history.replaceState(null, '', list + queryOf(entries));
  show();
  get('list-answer').textContent = '';
}

function remove({ id, title }: ListEntry): void {
  // What another tab has added meanwhile stays.
  const current = addressed ? entries : (readStored(list) ?? entries);
  change(current.filter((entry) => entry.id !== id));
  const status = get('list-status');
  status.prepend(`${t.removed(title)}. `);
  // The button that had the focus is gone.
  status.focus();
}

const queryOf = (entries: readonly ListEntry[]) => renderListAddress(entries.map(({ id }) => id));

/** Adds a remark above the list. */
function note(...content: (Node | string)[]): void {
  const notes = get('list-notes');
  notes.hidden = false;
  notes.append(element('li', {}, ...content));
}

/** Loads the list that the address names, and says what of it could not be loaded. */
async function load({ ids, wrong, isCut }: AddressedList): Promise<void> {
  if (wrong.length > 0) note(t.wrong(wrong));
  if (isCut) note(t.tooMany(mostIds));
  const progress = get<HTMLProgressElement>('list-progress');
  progress.max = ids.length;
  progress.hidden = ids.length === 0;
  const loaded = await loadEntries(ids, hrefOf, (done) => {
    progress.value = done;
    get('list-status').textContent = t.loading(done, ids.length);
  });
  progress.hidden = true;
  entries = merge([], loaded.entries);
  if (loaded.missing.length > 0) note(`${t.notLoaded(loaded.missing)}. ${t.notLoadedWhy}`);
}

async function copyLink(): Promise<void> {
  const link = new URL(list + queryOf(entries), location.href).href;
  const remarks = [
    ...(entries.length > mostIds ? [t.linkOf(mostIds)] : []),
    // Many hosts refuse more than 8 KB.
    ...(link.length > 8000 ? [t.longLink] : []),
  ];
  const answer = get('list-answer');
  try {
    await navigator.clipboard.writeText(link);
    answer.textContent = [t.copied, ...remarks].join('. ');
  } catch {
    // A browser may forbid it: the link is shown and selected instead.
    answer.textContent = [t.copyByHand, ...remarks].join(' ');
    get('list-link').hidden = false;
    const field = get<HTMLInputElement>('list-address');
    field.value = link;
    field.select();
  }
}

function keep(): void {
  const kept = readStored(list);
  const answer = get('list-answer');
  if (kept && store(list, merge(kept, entries)))
    answer.replaceChildren(`${t.kept}. `, element('a', { href: list }, t.showKept));
  else answer.textContent = `${t.notKept} ${t.useAddress}`;
}

get('copy-link').addEventListener('click', () => void copyLink());
get('keep-list').addEventListener('click', keep);
get('empty-list').addEventListener('click', () => {
  if (confirm(t.confirm(entries.length))) change([]);
});
get('formats').addEventListener('click', ({ target }) => {
  const format = target instanceof HTMLButtonElement && listFormats[target.value];
  if (format) saveFile(`reading-list.${format.extension}`, format.type, format.render(entries));
});

root.hidden = false;
get('keep-list').hidden = !addressed;
get('empty-list').hidden = addressed !== undefined;
if (addressed) await load(addressed);
else {
  const kept = readStored(list);
  if (!kept) note(`${t.notKept} ${t.useAddress}`);
  entries = kept ?? [];
}
show();
