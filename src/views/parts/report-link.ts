/**
 * The link by which a reader reports an error in an article.
 *
 * @param address an e-mail address, or the web address of a form; `{url}` in it stands for that of the article, which is
 *   otherwise added as the parameter `url`
 *
 * @example
 * linkReport('desk@example.org', { title: 'A ferry', url: 'https://example.org/a/' })
 * // 'mailto:desk@example.org?subject=A%20ferry&body=https%3A%2F%2Fexample.org%2Fa%2F'
 */
export function linkReport(address: string, { title, url }: { title: string; url: string }): string {
  if (!/^https?:/i.test(address))
    return `mailto:${encodeURI(address)}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`;
  if (address.includes('{url}')) return address.replaceAll('{url}', () => encodeURIComponent(url));
  const form = new URL(address);
  form.searchParams.append('url', url);
  return form.href;
}
