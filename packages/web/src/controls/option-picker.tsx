// A choice of one of a few that says at rest what is chosen, and when opened shows each with all that is to be known of it.
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

export interface PickerOption {
  readonly id: string;
  /** For who types the first letters, and for who does not see it. */
  readonly text: string;
  readonly content: ReactNode;
  readonly className?: string;
}

interface OptionPickerProps {
  readonly label: string;
  readonly value: string;
  /** What is shown at rest. */
  readonly shown: ReactNode;
  readonly options: readonly PickerOption[];
  readonly onChoose: (id: string) => void;
  readonly className?: string;
}

/** Arrows to the left and right go to the next option without opening it. */
export const OptionPicker = ({ label, value, shown, options, onChoose, className }: OptionPickerProps): ReactNode => (
  <Select
    aria-label={label}
    selectedKey={value}
    onSelectionChange={(key) => {
      if (key !== null && key !== value) onChoose(String(key));
    }}
    className={className ?? ""}
  >
    <Button className="picker">
      <SelectValue className="picked">{() => shown}</SelectValue>
      <ChevronDown size={16} aria-hidden="true" />
    </Button>
    <Popover className="popover picks" placement="bottom end">
      <ListBox aria-label={label}>
        {options.map(({ id, text, content, className: own }) => (
          <ListBoxItem key={id} id={id} textValue={text} className={`pick ${own ?? ""}`}>
            {content}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </Select>
);
