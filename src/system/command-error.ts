/** Thrown when a command's arguments are wrong: the command shows its usage and exits with 2. */
export class UsageError extends Error {}

/** Thrown when a command cannot continue for a reason outside the program; only the message is shown. */
export class CommandError extends Error {}
