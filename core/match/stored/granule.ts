/** Tokens of a document that are read together; a granule belongs to one document. */
export const GRANULE_BITS = 5;
export const GRANULE = 1 << GRANULE_BITS;
