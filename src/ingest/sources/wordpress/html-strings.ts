/** Escapes a text for HTML, in which it is text or the value of an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A link on a line of its own. */
export function linkParagraph(address: string, words = ''): string {
  const text = words.trim() === '' ? address : words;
  return `\n\n<p><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></p>\n\n`;
}

/**
 * A picture with its caption and credit.
 *
 * @param caption HTML
 */
export function figure(picture: { address: string; alt: string; caption: string; credit: string }): string {
  const { address, alt, caption, credit } = picture;
  const below = withCredit(caption, credit);
  const captioned = below === '' ? '' : `<figcaption>${below}</figcaption>`;
  return `\n\n<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">${captioned}</figure>\n\n`;
}

/** A caption in HTML, followed by the credit unless it says that already. */
export function withCredit(caption: string, credit: string): string {
  const written = caption.trim();
  if (credit === '' || written.toLowerCase().includes(credit.toLowerCase())) return written;
  return written === '' ? escapeHtml(credit) : `${written} (${escapeHtml(credit)})`;
}
