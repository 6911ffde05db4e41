import { SourceError } from '../source-error.ts';
import type { SourceOptions } from '../source.ts';
import type { WordpressItem } from './wordpress-export.ts';

/** What statuses other than `publish` mean. */
export const statusNames: ReadonlyMap<string, string> = new Map([
  ['draft', 'a draft'],
  ['auto-draft', 'a draft'],
  ['pending', 'waiting for review'],
  ['future', 'not published yet'],
  ['private', 'private'],
  ['trash', 'in the trash'],
]);

/** Items that are parts of a site, or of other items. They are no texts, whatever is asked for. */
const partNames: ReadonlyMap<string, string> = new Map([
  ['attachment', 'an attachment'],
  ['nav_menu_item', 'a menu item'],
  ['revision', 'an earlier version of a post'],
  ['guest-author', 'the profile of an author'],
  ['wp_block', 'a reusable block'],
  ['custom_css', 'a style sheet of the site'],
  ['customize_changeset', 'a setting of the site'],
  ['oembed_cache', 'a copy of an embedded page'],
  ['user_request', 'a request about personal data'],
  ['wp_template', 'a template of the site'],
  ['wp_template_part', 'a template of the site'],
  ['wp_global_styles', 'a style sheet of the site'],
  ['wp_navigation', 'a menu of the site'],
  ['wp_font_family', 'a typeface of the site'],
  ['wp_font_face', 'a typeface of the site'],
]);

/**
 * Why an item is no article that was asked for; `undefined` when it is one.
 *
 * @throws {SourceError} when it is unclear whether the item is a public post
 */
export function reasonToSkip(
  values: WordpressItem['values'],
  { statuses, postTypes = new Set(['post']) }: Pick<SourceOptions, 'statuses' | 'postTypes'>,
): string | undefined {
  const [type, status] = ['wp:post_type', 'wp:status'].map((name) => {
    const value = values.get(name)?.trim() ?? '';
    if (value !== '') return value;
    const fix = 'Request the export again; if it is an RSS feed, use --format feed.';
    throw new SourceError(`no <${name}>`, 'an item of a WordPress export', fix);
  }) as [string, string];
  const part = partNames.get(type);
  if (part !== undefined) return part;
  if (!postTypes.has(type)) return `of the type "${type}", which --post-type ${type} takes`;
  if (!statuses.has(status)) return statusNames.get(status) ?? `with the status "${status}"`;
  const isProtected = (values.get('wp:post_password') ?? '') !== '';
  return isProtected && !statuses.has('private') ? 'protected by a password' : undefined;
}
