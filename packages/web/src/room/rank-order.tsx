// Issues put in an order, by buttons that a thumb can press.
import type { ReactNode } from "react";
import { useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

interface RankOrderProps {
  readonly order: readonly string[];
  readonly onOrder: (order: readonly string[]) => void;
}

export function RankOrder({ order, onOrder }: RankOrderProps): ReactNode {
  const { issues } = useOpenRoom().state.matter;
  const swap = (at: number, by: number) => {
    const next = [...order];
    const [one, other] = [next[at], next[at + by]];
    if (one === undefined || other === undefined) return;
    [next[at], next[at + by]] = [other, one];
    onOrder(next);
  };
  return (
    <ol className="ranks">
      {order.map((id, k) => {
        const name = issues.find((issue) => issue.id === id)?.name ?? id;
        return (
          <li key={id}>
            <span>{name}</span>
            <button type="button" aria-label={words.confidence.up(name)} disabled={k === 0} onClick={() => swap(k, -1)}>
              ↑
            </button>
            <button
              type="button"
              aria-label={words.confidence.down(name)}
              disabled={k === order.length - 1}
              onClick={() => swap(k, 1)}
            >
              ↓
            </button>
          </li>
        );
      })}
    </ol>
  );
}
