// After the signatures: whether there is anything that all would rather have, told by nobody unless all agree.
import type { RoomPackage, RoomSettlement } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageChooser, PackageView } from "./package-view.js";
import { binds, newId, packageText, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";
import { Sure } from "./sure.js";

const MOST = 8;

export function Settlements(): ReactNode {
  const { look, state } = useOpenRoom();
  const { better } = words;
  const [asking, setAsking] = useState(false);
  const all = Object.values(state.settlements);
  const mediates = look.me.role === "mediator";
  if (all.length === 0 && !mediates) return null;
  return (
    <section aria-labelledby="better">
      <h2 id="better">{better.heading}</h2>
      <p className="note">{better.about}</p>
      {mediates && !asking && (
        <p>
          <button type="button" onClick={() => setAsking(true)}>
            {better.begin}
          </button>
        </p>
      )}
      {asking && <AskAll onDone={() => setAsking(false)} />}
      <ol className="cards">
        {all.map((one) => (
          <li key={one.id} className="card">
            <One settlement={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function AskAll({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { api, act } = useOpenRoom();
  const { better, offers } = words;
  const [id] = useState(newId);
  const [packages, setPackages] = useState<readonly RoomPackage[]>([{}, {}]);
  const named = packages.filter((one) => Object.keys(one).length > 0);
  const put = (k: number, chosen: RoomPackage) => {
    const next = packages.map((one, at) => (at === k ? chosen : one));
    const full = next.every((one) => Object.keys(one).length > 0);
    setPackages(full && next.length < MOST ? [...next, {}] : next);
  };
  return (
    <form
      className="card form"
      onSubmit={async (event) => {
        event.preventDefault();
        const byName = Object.fromEntries(named.map((one, k) => [`p${k}`, one]));
        if (await act(() => api.move("room", "better", { id, packages: byName, signed: "p0" }))) onDone();
      }}
    >
      {packages.map((one, k) => (
        <PackageChooser
          // biome-ignore lint/suspicious/noArrayIndexKey: packages have no other name before they are sent
          key={k}
          label={k === 0 ? better.signed : better.other(k)}
          chosen={one}
          onChoose={(chosen) => put(k, chosen)}
        />
      ))}
      <p className="row">
        <button type="submit" className="primary" disabled={named.length < 2 || packages[0] !== named[0]}>
          {better.send}
        </button>
        <button type="button" onClick={onDone}>
          {offers.cancel}
        </button>
      </p>
    </form>
  );
}

function One({ settlement }: { readonly settlement: RoomSettlement }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { better } = words;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { id, packages, signed, own, outcome } = settlement;
  if (outcome !== "waiting") return <p>{better[outcome]}</p>;
  if (own) return <p>{better.own}</p>;
  if (!binds(look.me)) return <p>{better.waiting}</p>;
  const points = Object.fromEntries(Object.keys(packages).map((name) => [name, Number(typed[name] || Number.NaN)]));
  const ready = Object.values(points).every((one) => Number.isInteger(one) && one >= 0 && one <= 100);
  return (
    <div className="form">
      {Object.entries(packages).map(([name, named]) => (
        <div key={name}>
          <PackageView named={named} />
          <label>
            <span>{better.points(name === signed ? better.isSigned : packageText(state.matter, named))}</span>
            <input
              inputMode="numeric"
              autoComplete="off"
              value={typed[name] ?? ""}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          </label>
        </div>
      ))}
      <Sure
        text={better.weigh}
        question={better.sure}
        className="primary"
        disabled={!ready}
        act={() => void act(() => api.weigh(id, points))}
      />
    </div>
  );
}
