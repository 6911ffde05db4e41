/** Replaces the characters that XML 1.0 does not allow, not even escaped (section 2.2), with U+FFFD. */
export function toValidXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** Escapes a text for an XML element or attribute (XML 1.0, section 2.4). */
export function escapeXml(text: string): string {
  return toValidXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
