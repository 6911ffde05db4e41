// Leads from the address of an article that is not there to the list of its day, else of its month or year. So it does for one
// that was moved because somebody's name was in its address, without saying whether there was one.

const paragraph = document.querySelector<HTMLElement>('#same-time');
const link = paragraph?.querySelector('a');
// The path is the same on all hosts of the site.
const articles = `${new URL(paragraph?.dataset['home'] ?? '/', location.href).pathname}articles/`;
const [, written = ''] =
  /^((?:\d{4}\/)(?:\d\d\/){0,2})/.exec(
    location.pathname.startsWith(articles) ? location.pathname.slice(articles.length) : '',
  ) ?? [];

if (paragraph && link && written !== '') void showTime(paragraph, link, written.slice(0, -1).split('/'));

async function showTime(shown: HTMLElement, to: HTMLAnchorElement, parts: string[]): Promise<void> {
  for (let count = parts.length; count > 0; count--) {
    const path = `${articles}${parts.slice(0, count).join('/')}/`;
    const isThere = path !== location.pathname && (await answers(path));
    if (!isThere) continue;
    to.href = path;
    to.textContent = parts.slice(0, count).join('-');
    shown.hidden = false;
    return;
  }
}

async function answers(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
