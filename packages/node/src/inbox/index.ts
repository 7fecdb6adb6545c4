export { type Listed, type Listing, type ListingWords, listFiles, MOST_FILES } from "./list-files.js";
export { type ReadManyOptions, readMany } from "./read-many.js";
export type { InboxAnswer } from "./worker.js";
