// A table of a page, with what can be taken of it.
import { type ReactNode, useRef } from "react";
import { cellsShown } from "../controls/shown-table.js";
import { TakeAway } from "./take-away.js";

export function TakenTable({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  const around = useRef<HTMLDivElement>(null);
  return (
    <div className="taken-table">
      <TakeAway name={name} drawing={null} cells={() => cellsShown(around.current)} />
      <div ref={around}>{children}</div>
    </div>
  );
}
