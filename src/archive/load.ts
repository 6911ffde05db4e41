import { createHandover } from '../system/handover.ts';
import type { Archive } from './archive.ts';

/** The archive that pages are made of, which the build and the development server hand over. */
export const currentArchive = createHandover<Archive>('archive');

export function loadArchive(): Promise<Archive> {
  return Promise.resolve(currentArchive.take());
}

/** Makes a route's `getStaticPaths` of what lists its paths: called once for an archive. */
export function listPaths<Path>(list: (archive: Archive) => Path[] | Promise<Path[]>): () => Promise<Path[]> {
  const known = new WeakMap<Archive, Promise<Path[]>>();
  return () => {
    const archive = currentArchive.take();
    const paths = known.get(archive) ?? Promise.resolve(list(archive));
    known.set(archive, paths);
    return paths;
  };
}
