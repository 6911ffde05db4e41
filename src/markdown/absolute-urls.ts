/**
 * Makes the links of rendered Markdown absolute, for where its HTML is read on another page or another site. The pipeline
 * puts every URL in double quotes: `href="/people/…"`, `href="#note-1"`, `srcset="/media/… 720w, …"`.
 *
 * @param url the absolute address of the page that it was rendered for
 * @param locate finds the absolute address of a path from the root of the host, where there are several hosts
 */
export function withAbsoluteUrls(
  html: string,
  url: string,
  locate: (path: string) => string = (path) => new URL(url).origin + path,
): string {
  return html
    .replace(
      / (href|src)="([/#][^"]*)/g,
      (_whole, name, written: string) =>
        ` ${name}="${written.startsWith('/') ? locate(written) : url + written}`,
    )
    .replace(/ srcset="[^"]*"/g, (candidates) => candidates.replace(/(?<=["\s])\/[^\s"]*/g, locate));
}
