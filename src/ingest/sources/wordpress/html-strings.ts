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

/** What the media library says of a picture. */
interface PictureParts {
  address: string;
  alt: string;
  caption: string;
  credit: string;
  rights: string;
}

/** Attributes by which a reader of the HTML knows where the picture's file is, and who is credited. */
export function libraryAttributes({
  address,
  credit,
  rights,
}: Pick<PictureParts, 'address' | 'credit' | 'rights'>): string {
  const said = { 'attachment-file': address, credit, rights };
  return Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
}

/**
 * A picture with its caption and credit.
 *
 * @param caption HTML
 */
export function figure(picture: PictureParts): string {
  const { address, alt, caption, credit } = picture;
  const below = withCredit(caption, credit);
  const captioned = below === '' ? '' : `<figcaption>${below}</figcaption>`;
  return `\n\n<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${libraryAttributes(picture)}>${captioned}</figure>\n\n`;
}

/** A caption in HTML, followed by the credit unless it says that already. */
export function withCredit(caption: string, credit: string): string {
  const written = caption.trim();
  if (credit === '' || written.toLowerCase().includes(credit.toLowerCase())) return written;
  return written === '' ? markCredit(credit) : `${written} ${markCredit(`(${credit})`)}`;
}

/** A credit, marked as one. */
export function markCredit(credit: string): string {
  return `<span class="credit">${escapeHtml(credit)}</span>`;
}
