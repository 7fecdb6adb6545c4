// Text and tables put on the clipboard.
import { htmlOfCells, textOfCells } from "../parts/copied-cells.js";
import { say } from "./toast.js";

/** What is said of it, when it is there or could not be put there. */
interface Told {
  readonly copied: string;
  readonly refused: string;
}

async function copied(put: () => Promise<void>, { copied: done, refused }: Told): Promise<void> {
  try {
    await put();
    say(done);
  } catch {
    say(refused);
  }
}

export const copyText = (text: string, told: Told): Promise<void> =>
  copied(() => navigator.clipboard.writeText(text), told);

/** Cells as a table, for spreadsheets and documents, and as lines with tabs for everything else. */
export const copyTable = (cells: readonly (readonly string[])[], told: Told): Promise<void> =>
  copied(async () => {
    const item = new ClipboardItem({
      "text/plain": new Blob([textOfCells(cells)], { type: "text/plain" }),
      "text/html": new Blob([htmlOfCells(cells)], { type: "text/html" }),
    });
    await navigator.clipboard.write([item]);
  }, told);
