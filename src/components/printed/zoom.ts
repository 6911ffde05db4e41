import OpenSeadragon, { type Viewer } from 'openseadragon';

// Shows a printed page in a dialog, where it can be enlarged and moved, by pointer, touch and keyboard.

const dialog = document.querySelector<HTMLDialogElement>('.zoom');
const view = dialog?.querySelector<HTMLElement>('.zoom-view');
const failed = dialog?.querySelector<HTMLElement>('.zoom-failed');
let viewer: Viewer | undefined;
/** Whether some size of the page that is shown has been loaded. */
let isLoaded = false;

/** How much a button enlarges a page. */
const step = 1.5;

const commands: Readonly<Record<string, (viewer: Viewer) => void>> = {
  in: ({ viewport }) => void viewport.zoomBy(step).applyConstraints(),
  out: ({ viewport }) => void viewport.zoomBy(1 / step).applyConstraints(),
  whole: ({ viewport }) => void viewport.goHome(),
  close: () => dialog?.close(),
};

if (dialog && view) {
  for (const button of document.querySelectorAll<HTMLElement>('.zoom-button'))
    button.addEventListener('zoom', () => show(button, dialog, view));
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-zoom]'))
    button.addEventListener('click', () => {
      if (viewer) commands[button.dataset['zoom'] ?? '']?.(viewer);
    });
}

function show(button: HTMLElement, into: HTMLDialogElement, element: HTMLElement): void {
  const page = button.closest('figure')?.querySelector<HTMLElement>('.printed-page');
  if (!page) return;
  into.ariaLabel = button.dataset['dialog'] ?? '';
  sayFailed(false);
  isLoaded = false;
  into.showModal();
  viewer ??= openViewer(element);
  viewer.clearOverlays();
  viewer.open({ tileSource: { type: 'legacy-image-pyramid', levels: listLevels(page) } });
  const outline = page.querySelector('svg')?.cloneNode(true);
  if (outline) viewer.addOnceHandler('open', () => addOutline(viewer, outline as unknown as HTMLElement));
}

function openViewer(element: HTMLElement): Viewer {
  // It adds a style sheet, which the pages' policy forbids, unless an element of this name is there; of no namespace it is
  // none itself.
  const mark = document.createElementNS(null, 'style');
  mark.setAttribute('data-openseadragon-mobile-css', '');
  document.head.append(mark);
  const opened = OpenSeadragon({
    element,
    showNavigationControl: false,
    // Emptying the list of overlays as text is what Trusted Types forbid.
    preserveOverlays: true,
    maxZoomPixelRatio: 2,
    visibilityRatio: 0.5,
    animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.5,
  });
  opened.addHandler('tile-loaded', () => {
    isLoaded = true;
    sayFailed(false);
  });
  // While a smaller size is shown, a larger one is no loss.
  opened.addHandler('tile-load-failed', () => sayFailed(!isLoaded));
  // Its other keys turn and mirror the page.
  opened.addHandler('canvas-key', (event) => {
    const { key = '' } = event.originalEvent as KeyboardEvent;
    event.preventDefaultAction = !/^(?:Arrow.*|[-+=_0])$/.test(key);
  });
  return opened;
}

/** Says, or no longer says, that the page could not be loaded. */
function sayFailed(isFailed: boolean): void {
  if (failed) failed.hidden = !isFailed;
}

/** Lays the outline of the article over the whole page. */
function addOutline(on: Viewer | undefined, element: HTMLElement): void {
  const bounds = on?.world.getItemAt(0).getBounds();
  if (bounds) on?.addOverlay({ element, location: bounds });
}

/** The sizes in which a page is published, the smallest first. */
function listLevels(page: HTMLElement): { url: string; width: number; height: number }[] {
  const image = page.querySelector('img');
  const candidates = page.querySelector('source')?.srcset.split(', ') ?? [];
  const largest = `${page.querySelector('a')?.href} ${page.dataset['width']}w`;
  const ratio = (image?.height ?? 1) / (image?.width ?? 1);
  return [...candidates, largest].map((candidate) => {
    const [url = '', descriptor = ''] = candidate.split(' ');
    const width = Number.parseInt(descriptor, 10);
    return { url, width, height: Math.round(width * ratio) };
  });
}
