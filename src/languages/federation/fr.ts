import type { federation as english } from './en.ts';

/** The texts of a federation, in French. */
export const federation: typeof english = {
  archives: 'Les archives réunies',
  archive: 'Archives',
  inArchives: 'Dans les archives',
  recordIn: (archive, name) => `${archive} : ${name}`,
  data: 'décrit ces fichiers pour des programmes (Data Package 2.0), avec leur SHA-256. Chaque article se trouve dans ses propres archives, où mène `url` ; son `id` commence par le nom court de celles-ci. Les chemins dans les textes et les notes y sont ceux de ces archives, et les images et les textes sources ne se trouvent que là.',
};
