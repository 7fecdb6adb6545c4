/** A path into a document: keys and list positions. */
export type Path = readonly (string | number)[];
