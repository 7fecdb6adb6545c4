// Unpacks ZIP archives (the container of .docx files) safely, with limits on the number and the size of their entries.
import { unzipSync } from "fflate";
import { Unreadable } from "./document-text.js";

const MOST_ENTRIES = 5000;
const BROKEN = "it is a damaged ZIP archive, so it was cut off or changed on its way; get it anew";

/** The names in an archive; nothing is unpacked. @throws Unreadable */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzip(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

/**
 * The wanted parts, unpacked. fflate fills a buffer of the size that an entry claims and no larger, so the sum of what is
 * claimed is a cap that no entry gets past by lying. @throws Unreadable
 */
export function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: number,
): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  return unzip(bytes, (name, size) => {
    if (!wanted(name)) return false;
    total += size;
    if (total > most)
      throw new Unreadable(
        `it unpacks to more than ${Math.floor(most / 1024 / 1024)} MB, as no written document does; save its text alone`,
      );
    return true;
  });
}

function unzip(bytes: Uint8Array, take: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  let entries = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > MOST_ENTRIES)
          throw new Unreadable(`it holds more than ${MOST_ENTRIES} files, as no written document does`);
        if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name))
          throw new Unreadable("a name in its archive points outside of it; do not trust this file");
        return take(name, originalSize);
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(BROKEN);
  }
}
