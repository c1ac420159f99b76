/** How long one may take back what one has said, in ms, unless another time was chosen. */
export const undoMs = 10_000
