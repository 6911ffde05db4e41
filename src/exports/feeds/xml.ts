/** XML 1.0 (section 2.2) has no place for some characters, not even escaped; U+FFFD stands for each of them. */
export function asXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** A text as it is written in an XML element or attribute (XML 1.0, section 2.4). */
export function escapeXml(text: string): string {
  return asXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
