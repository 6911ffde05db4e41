import type { federation as english } from './en.ts';

/** The texts of a federation, in French. */
export const federation: typeof english = {
  archives: 'Les archives réunies',
  archive: 'Archives',
  inArchives: 'Dans les archives',
  recordIn: (archive, name) => `${archive} : ${name}`,
};
