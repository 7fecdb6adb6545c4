// What can be taken out of the screen: a picture as a file, a table into a spreadsheet or a document.
import { useWords } from "@parley/charts";
import type { ReactNode, RefObject } from "react";
import { api } from "../api.js";
import { copyTable } from "../controls/clipboard.js";
import { Menu, type MenuEntry } from "../controls/menu.js";
import { pngOf, saveFile, svgOf } from "../controls/taken-picture.js";
import { say } from "../controls/toast.js";

type Cells = readonly (readonly string[])[];

interface TakeAwayProps {
  /** What it is called, and so the file. */
  readonly name: string;
  /** Around the picture; null: there is a table alone. */
  readonly drawing: RefObject<HTMLElement | null> | null;
  /** Read when they are wanted. */
  readonly cells: () => Cells;
}

export function TakeAway({ name, drawing, cells }: TakeAwayProps): ReactNode {
  const words = useWords().editing.takeAway;
  const told = { copied: words.copied, refused: words.refused };
  const file = (ending: string) =>
    `${
      name
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .trim()
        .slice(0, 80) || words.file
    }.${ending}`;
  const save = (ending: string, content: () => Promise<Blob>) =>
    void content()
      .then((blob) => saveFile(file(ending), blob))
      .catch((error: unknown) => say(words.failed(error instanceof Error ? error.message : String(error))));
  const svg = () => drawing?.current?.querySelector("svg") ?? null;
  const pictures: MenuEntry[] = drawing
    ? [
        {
          id: "svg",
          text: words.svg,
          act: () =>
            save("svg", async () => {
              const drawn = svg();
              if (!drawn) throw new Error(words.nothing);
              return new Blob([svgOf(drawn)], { type: "image/svg+xml" });
            }),
        },
        {
          id: "png",
          text: words.png,
          act: () =>
            save("png", async () => {
              const drawn = svg();
              if (!drawn) throw new Error(words.nothing);
              return await pngOf(drawn);
            }),
        },
      ]
    : [];
  return (
    <span className="take-away">
      <Menu
        label={words.label(name)}
        entries={[
          ...pictures,
          { id: "copy", text: words.copy, act: () => void copyTable(cells(), told) },
          {
            id: "xlsx",
            text: words.xlsx,
            act: () => save("xlsx", () => api.workbook(name, cells())),
          },
        ]}
      />
    </span>
  );
}
