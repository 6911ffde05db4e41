import type { ListFolder } from '../system/folders.ts';
import { watchFolders } from './watch-folders.ts';

/** Changes of content folders. */
export interface ContentChanges {
  /** Has a listener told of each change from now on, and of what has changed before. */
  listen(onChange: () => void, onError: (error: Error) => void): void;
  end(): void;
}

/**
 * Watches content folders from before they are read, so that what is changed while the server starts is shown, too.
 *
 * @param roots their absolute paths
 * @param listFolder how folders are listed to begin with, by default by reading them
 */
export function watchContent(roots: readonly string[], listFolder?: ListFolder): ContentChanges {
  const errors: Error[] = [];
  let hasChanged = false;
  let onChange = () => {
    hasChanged = true;
  };
  let onError = (error: Error) => {
    errors.push(error);
  };
  const watched = roots.map((folder) =>
    watchFolders(
      folder,
      () => onChange(),
      (error) => onError(error),
      listFolder,
    ),
  );
  return {
    listen(tell, report) {
      [onChange, onError] = [tell, report];
      errors.forEach(report);
      if (hasChanged) tell();
    },
    end: () => watched.forEach((endWatching) => endWatching()),
  };
}
