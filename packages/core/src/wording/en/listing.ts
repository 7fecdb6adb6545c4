// What is said of documents that were given in folders and archives, and could not be taken.

export const listing = {
  missing: (path: string, why: string) => `${path}: it cannot be read (${why}).`,
  notFollowed: (path: string) => `${path}: it is a link, and was not followed. Name it to have it read.`,
  tooMany: (most: number) =>
    `More than ${most.toLocaleString("en-US")} documents were given; the first ${most.toLocaleString("en-US")} are read. Give the rest in a second call.`,
  archive: (path: string, why: string) =>
    `${path}: the archive cannot be unpacked (${why}). Unpack it and give the folder.`,
  nested: (path: string) => `${path}: it is an archive in an archive, and was left out. Unpack it and give the folder.`,
  citations: (path: string) =>
    `${path}: it is a file of citations and no document. Add its sources with “Add sources from a file” under Documents, or with parley sources CASE --add FILE.`,
  outside: (path: string) => `${path}: it points outside of the archive, and was left out.`,
  sameName: (path: string) =>
    `${path}: the archive has this name twice, or it is no name for a file, and it was left out. Give that file by itself.`,
  tooLarge: (path: string, most: number) => `${path}: it is larger than ${most} MB, and was left out.`,
  tooMuch: (path: string, taken: number) =>
    `${path}: the archive holds more than can be unpacked at once; the first ${taken} documents are read. Give the rest in a second archive.`,
};
