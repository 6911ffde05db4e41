import { relative, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';

type VitePlugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** As much of what Astro's compiler says of a component as is used (`meta.astro` of its module). */
interface ComponentMeta {
  scripts: readonly unknown[];
  hydratedComponents: readonly unknown[];
  clientOnlyComponents: readonly unknown[];
}

/**
 * A Vite plugin that finds out which routes have scripts or styles of their own: a `<script>`, a `<style>` or a
 * stylesheet in one of their components. Astro adds these to a page once for each request that it answers.
 *
 * @param root absolute path of the project
 * @param onFound is called with the file of each such route: `src/pages/search/index.astro`
 */
export function findOwnAssets(root: string, onFound: (route: string) => void): VitePlugin {
  return {
    name: 'dateline-own-assets',
    buildEnd() {
      const hasOwn = (id: string): boolean => {
        // `?url` only gives the address of a file; Vite then loads the file itself with `?transform-only`.
        if (/\.css(?:$|\?(?!url|transform-only))/.test(id)) return true;
        if (!id.endsWith('.astro')) return false;
        const meta = this.getModuleInfo(id)?.meta['astro'] as Partial<ComponentMeta> | undefined;
        if (!meta?.scripts || !meta.hydratedComponents || !meta.clientOnlyComponents)
          throw new Error(
            `Astro does not say which scripts ${id} has. Use the version in package-lock.json.`,
          );
        return [meta.scripts, meta.hydratedComponents, meta.clientOnlyComponents].some(
          ({ length }) => length > 0,
        );
      };
      for (const id of this.getModuleIds()) {
        const route = relative(root, id).replaceAll(sep, '/');
        if (!/^src\/pages\/.*\.astro$/.test(route)) continue;
        const modules = new Set([id]);
        for (const module of modules) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(module) ?? {};
          for (const imported of [...importedIds, ...dynamicallyImportedIds]) modules.add(imported);
        }
        if ([...modules].some((module) => hasOwn(module))) onFound(route);
      }
    },
  };
}
