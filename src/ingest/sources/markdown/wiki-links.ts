import type { Cleaning } from './sanitize-markdown.ts';

/** A link to another note, as Obsidian and wikis write it: `[[harbour|the harbour]]`. Its words stay. */
export function replaceWikiLinks(text: string, { leaveOut }: Cleaning): string {
  return text.replace(
    /(!?)\[\[([^[\]|\n]{1,200})(?:\|([^[\]|\n]{1,200}))?\]\]/g,
    (whole, embed: string, target: string, words?: string) => {
      if (/^\d+$/.test(target)) return whole;
      if (embed) leaveOut('a file or a note that is embedded', { text: words ?? '', address: target });
      else
        leaveOut('the target of a link to another note, whose words were kept', {
          text: words ?? target,
          address: target,
        });
      return embed ? '' : (words ?? target);
    },
  );
}
