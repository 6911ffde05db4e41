/** The web hosts whose limits builds check, by the names that `site.yaml` and `npm run build -- --host` know them by. */
export const webHosts = ['github-pages', 'cloudflare-pages', 'netlify', 'any'] as const;

/** The name of a web host. */
export type WebHostName = (typeof webHosts)[number];
