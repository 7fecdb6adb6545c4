// The keyboard shortcuts of the workbench: what each single key does, and how they are switched off.
import { useEffect } from "react";

export interface Keys {
  /** The page that a key opens, and whether there is one; 0 is the list of cases. */
  readonly page: (key: string) => (() => void) | null;
  readonly find: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const KEPT = "single keys";

/** Whether single keys act in this browser. Who dictates or has a tremor can switch them off (WCAG 2.1.4). */
export const keysAct = (): boolean => localStorage.getItem(KEPT) !== "off";

export function letKeysAct(act: boolean): void {
  if (act) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, "off");
}

/** Single keys, where they act, nothing is being typed and no dialog is open. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAct()) return;
      if (document.querySelector("[role=dialog], [role=menu], [role=listbox]")) return;
      const action = actionOf(event.key, keys);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}

function actionOf(key: string, keys: Keys): (() => void) | null {
  const actions: Readonly<Record<string, () => void>> = {
    "/": keys.find,
    "?": keys.help,
    u: keys.undo,
    U: keys.redo,
    j: () => move(1),
    k: () => move(-1),
  };
  return actions[key] ?? keys.page(key);
}

/** To the next or the last of the things on a page. */
function move(by: 1 | -1): void {
  // What is folded away cannot be gone to.
  const items = [...document.querySelectorAll<HTMLElement>("main [data-item]")].filter((item) =>
    item.checkVisibility(),
  );
  const at = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A choice that is closed goes by the first letters of what it offers.
  if (target.getAttribute("aria-haspopup") === "listbox") return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "range"].includes(target.type);
}
