/** The input or the call cannot be used. The message is the one line that the user reads; nothing was written. */
export class Unusable extends Error {}
