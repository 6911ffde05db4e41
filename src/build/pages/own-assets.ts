import { relative, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';

export type VitePlugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** As much of what Astro's compiler says of a component as is used (`meta.astro` of its module). */
interface ComponentMeta {
  scripts: readonly unknown[];
  hydratedComponents: readonly unknown[];
  clientOnlyComponents: readonly unknown[];
}

/** The routes whose components have something of their own, which Astro adds to a page once for each request: their files. */
export interface OwnAssets {
  /** Those with a `<script>`. */
  scripts: Set<string>;
  /** Those with a `<style>`, a stylesheet, or a component that runs in browsers. */
  others: Set<string>;
}

/**
 * A Vite plugin that finds out which routes have scripts or styles of their own.
 *
 * @param root absolute path of the project
 * @param found is filled with the files of these routes: `src/pages/search/index.astro`
 */
export function findOwnAssets(root: string, found: OwnAssets): VitePlugin {
  return {
    name: 'dateline-own-assets',
    buildEnd() {
      const metaOf = (id: string): ComponentMeta => {
        const meta = this.getModuleInfo(id)?.meta['astro'] as Partial<ComponentMeta> | undefined;
        const { scripts, hydratedComponents, clientOnlyComponents } = meta ?? {};
        if (!scripts || !hydratedComponents || !clientOnlyComponents)
          throw new Error(
            `Astro does not say which scripts ${id} has. Use the version in package-lock.json.`,
          );
        return { scripts, hydratedComponents, clientOnlyComponents };
      };
      for (const id of this.getModuleIds()) {
        const route = relative(root, id).replaceAll(sep, '/');
        if (!/^src\/pages\/.*\.astro$/.test(route)) continue;
        const modules = new Set([id]);
        for (const module of modules) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(module) ?? {};
          for (const imported of [...importedIds, ...dynamicallyImportedIds]) modules.add(imported);
        }
        const components = [...modules].filter((module) => module.endsWith('.astro')).map(metaOf);
        // `?url` only gives the address of a file; Vite then loads the file itself with `?transform-only`.
        const hasStyles = [...modules].some((module) => /\.css(?:$|\?(?!url|transform-only))/.test(module));
        const runsInBrowsers = components.some(
          ({ hydratedComponents, clientOnlyComponents }) =>
            hydratedComponents.length + clientOnlyComponents.length > 0,
        );
        if (components.some(({ scripts }) => scripts.length > 0)) found.scripts.add(route);
        if (hasStyles || runsInBrowsers) found.others.add(route);
      }
    },
  };
}
