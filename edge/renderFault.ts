/** The renderer answered, and its answer is no page that a reader may see; the message says why. */
export class RenderFault extends Error {}
