/**
 * Finds, within a browser's page, what none of the archive's pages has: what ran, elements and attributes that no text
 * may bring in, landmarks that are not there once each.
 */
export function auditPage(): string[] {
  const wrong: string[] = [];
  const { known } = window as unknown as { known: Set<string> };
  // Of Playwright, and of the search page's own code.
  const own = /^(?:__p\w+|known|tellViolation)$/;
  for (const name of Object.getOwnPropertyNames(window))
    if (!known.has(name) && !own.test(name)) wrong.push(`something ran: window.${name}`);
  const forbidden =
    'iframe, frame, object, embed, applet, base, style, portal, audio, video, form:not(.search-field, .dates, #search-form, #compare-form)';
  for (const element of document.querySelectorAll(forbidden)) wrong.push(`<${element.localName}>`);
  for (const script of document.querySelectorAll('script')) {
    const isOwn =
      script.type === 'application/ld+json' ||
      script.src.startsWith(location.origin) ||
      script.textContent?.startsWith("addEventListener('focusin',");
    if (!isOwn) wrong.push(`<script> ${script.textContent}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:style|srcdoc|formaction|ping|background)$/.test(name)) wrong.push(`${name}="${value}"`);
      if (!/^(?:href|src|action|xlink:href|data)$/.test(name)) continue;
      const { protocol } = new URL(value, location.href);
      const isCitation = protocol === 'data:' && element.closest('.saved-citations') !== null;
      const isMail = protocol === 'mailto:' && element.localName === 'a';
      if (!/^https?:$/.test(protocol) && !isMail && !isCitation) wrong.push(`${name}="${value}"`);
    }
  }
  for (const landmark of ['body > header', 'body > main', 'body > footer', 'h1'])
    if (document.querySelectorAll(landmark).length !== 1) wrong.push(`not one ${landmark}`);
  for (const id of ['q', 'main'])
    if (document.querySelectorAll(`[id="${id}"]`).length !== 1) wrong.push(`not one id "${id}"`);
  if (document.getElementById('main') !== document.querySelector('main')) wrong.push('another main');
  for (const data of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      JSON.parse(data.textContent ?? '');
    } catch (error) {
      wrong.push(`JSON-LD that is none: ${String(error)}`);
    }
  }
  return wrong.map((what) => `${location.pathname}: ${what}`);
}
