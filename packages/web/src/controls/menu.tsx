// A button that opens a menu of what can be done with a thing.
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly act: () => void;
  /** Whether it takes something away. */
  readonly removes?: boolean;
}

interface MenuProps {
  /** What the menu is of, for who does not see it. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export const Menu = ({ label, entries }: MenuProps): ReactNode => (
  <MenuTrigger>
    <Button className="quiet icon" aria-label={label}>
      <Ellipsis size={18} aria-hidden="true" />
    </Button>
    <Popover className="popover" placement="bottom end">
      <AriaMenu className="menu" aria-label={label} onAction={(key) => entries.find(({ id }) => id === key)?.act()}>
        {entries.map(({ id, text, removes }) => (
          <MenuItem key={id} id={id} className={removes ? "entry removes" : "entry"}>
            {text}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
