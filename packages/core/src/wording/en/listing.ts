// What is said of documents that were given in folders and archives, and could not be taken.

export const listing = {
  missing: (path: string, why: string) => `${path}: it cannot be read (${why}).`,
  notFollowed: (path: string) => `${path}: it is a link, and was not followed. Name it to have it read.`,
  tooMany: (most: number) =>
    `More than ${most.toLocaleString("en-US")} documents were given; the first ${most.toLocaleString("en-US")} are read. Give the rest in a second call.`,
  archive: (path: string, why: string) =>
    `${path}: the archive cannot be unpacked (${why}). Unpack it and give the folder.`,
  nested: (path: string) => `${path}: it is an archive in an archive, and was left out. Unpack it and give the folder.`,
};
