import type { WebHostName } from '../../records/schemas/web-hosts.ts';

/** What a web host takes. What it does not limit, or does not say, is infinite. */
export interface HostLimits {
  /** As messages name it. */
  name: string;
  /** The most files. */
  files: number;
  /** The largest file, in bytes. */
  fileSize: number;
  /** The whole site, in bytes. */
  totalSize: number;
  /** The most rules of `_redirects` for one address each, and with placeholders; 0 where the file is not read. */
  fixedRules: number;
  patternRules: number;
  /** Where it says so, and when that was looked up. */
  source: string;
  seen: string;
}

const mebibyte = 1024 ** 2;

/** The limits of web hosts, of their free plans. This is the only place that has them. */
export const hostLimits: Readonly<Record<WebHostName, HostLimits>> = {
  'github-pages': {
    name: 'GitHub Pages',
    files: Infinity,
    // Larger files cannot be pushed; a site that a workflow publishes is not pushed.
    fileSize: 100 * mebibyte,
    totalSize: 1_000_000_000,
    fixedRules: 0,
    patternRules: 0,
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
    seen: '2026-11',
  },
  'cloudflare-pages': {
    name: 'Cloudflare Pages',
    files: 20_000,
    fileSize: 25 * mebibyte,
    totalSize: Infinity,
    fixedRules: 2000,
    patternRules: 100,
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
    seen: '2026-11',
  },
  netlify: {
    name: 'Netlify',
    // It advises against more in one folder, and names no limit for a site.
    files: Infinity,
    fileSize: Infinity,
    totalSize: Infinity,
    // More may make a deployment fail.
    fixedRules: 10_000,
    patternRules: 10_000,
    source: 'https://docs.netlify.com/manage/routing/redirects/overview/',
    seen: '2026-11',
  },
  any: {
    name: 'any host',
    files: Infinity,
    fileSize: Infinity,
    totalSize: Infinity,
    fixedRules: Infinity,
    patternRules: Infinity,
    source: '',
    seen: '',
  },
};
