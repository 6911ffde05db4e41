import { refining } from '../../../languages/refining/messages.ts';
import type { ExportedHit } from './cite-hit.ts';
import { exportFormats, type ExportContext } from './export-formats.ts';
import { saveFile } from './save-file.ts';
import { get } from './settings.ts';

// Loaded only when results are exported.

/** Articles loaded at a time. */
const batch = 100;

/** What is exported: all articles found. */
export interface Exported extends ExportContext {
  total: number;
  /** Loads articles with their tags; undefined when another search was started meanwhile. */
  load(from: number, to: number): Promise<ExportedHit[] | undefined>;
}

/** Loads all articles found, and offers them as a download; shows how far it is. */
export async function exportResults(name: string, { total, load, ...context }: Exported): Promise<void> {
  const format = exportFormats[name];
  if (!format) return;
  const progress = get<HTMLProgressElement>('exporting');
  const buttons = get('formats').querySelectorAll('button');
  const setBusy = (isBusy: boolean) => {
    progress.hidden = !isBusy;
    for (const button of buttons) button.disabled = isBusy;
  };
  progress.max = total;
  progress.value = 0;
  setBusy(true);
  try {
    const hits: ExportedHit[] = [];
    while (hits.length < total) {
      const loaded = await load(hits.length, hits.length + batch);
      if (!loaded || loaded.length === 0) return;
      hits.push(...loaded);
      progress.value = hits.length;
    }
    saveFile(`search-results.${format.extension}`, format.type, format.render(hits, context));
  } catch (error) {
    console.error(error);
    get('exported').textContent = refining.notExported;
  } finally {
    setBusy(false);
  }
}
