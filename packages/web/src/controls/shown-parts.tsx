// A row of choices of which the page shows one; where there is room for all, a page may hide the row and show them all.
import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

interface ShownPartsProps<Id extends string> {
  readonly label: string;
  readonly parts: readonly { readonly id: Id; readonly text: string }[];
  readonly shown: Id;
  readonly onShow: (id: Id) => void;
}

export const ShownParts = <Id extends string>({ label, parts, shown, onShow }: ShownPartsProps<Id>): ReactNode => (
  <ToggleButtonGroup
    aria-label={label}
    className="segments"
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[shown]}
    onSelectionChange={(keys) => {
      const part = parts.find(({ id }) => keys.has(id));
      if (part) onShow(part.id);
    }}
  >
    {parts.map(({ id, text }) => (
      <ToggleButton key={id} id={id}>
        {text}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
