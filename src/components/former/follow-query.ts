import { findSuccessor } from './find-successor.ts';

/** Leads on from an old address with a query, on hosts that have no rules for queries. */
export function leadOn(): void {
  const form = document.querySelector<HTMLFormElement>('form.search-field');
  if (form && location.search !== '') void follow(new URL('../former/', form.action));
}

async function follow(folder: URL): Promise<void> {
  const successor = await findSuccessor(location.pathname + location.search, async (file) => {
    const response = await fetch(new URL(file, folder));
    return response.ok ? ((await response.json()) as unknown) : {};
  });
  // Only addresses of this site are in the files, with those of its other hosts.
  if (successor && /^(?:\/|https?:\/\/)/.test(successor))
    location.replace(new URL(successor, location.origin));
}
