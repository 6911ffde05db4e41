/** A file of `content/media/` that cannot be published; the message completes "found …". */
export class MediaError extends Error {}
