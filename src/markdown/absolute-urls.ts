/**
 * Makes the links of rendered Markdown absolute, for where its HTML is read on another page or another site. The pipeline
 * puts every URL in double quotes: `href="/people/…"`, `href="#note-1"`, `srcset="/media/… 720w, …"`.
 *
 * @param url the absolute address of the page that it was rendered for
 */
export function withAbsoluteUrls(html: string, url: string): string {
  const { origin } = new URL(url);
  return html
    .replace(
      / (href|src)="([/#])/g,
      (_whole, name, sign) => ` ${name}="${sign === '/' ? origin : url}${sign}`,
    )
    .replace(/ srcset="[^"]*"/g, (candidates) => candidates.replace(/(?<=["\s])\//g, `${origin}/`));
}
