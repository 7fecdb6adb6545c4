// Who is in the room, who can read what, links for others, the record, and where one is signed in.

import { startRegistration } from "@simplewebauthn/browser";
import { type ReactNode, useEffect, useState } from "react";
import { organisationsHere, RoomFailure } from "./room-api.js";
import { canUsePasskeys, goToOrganisation } from "./room-store.js";
import { binds, partyName, partyPlace, seatName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";
import { Sure } from "./sure.js";

interface MadeLink {
  readonly name: string;
  readonly address: string;
}

export function People(): ReactNode {
  const { api, look, state, act, refresh } = useOpenRoom();
  const { invite, privacy, record, sessions } = words;
  const [link, setLink] = useState<MadeLink | null>(null);
  const { me } = look;
  const addressOf = (secret: string) => `${location.origin}/r/${look.room}#${secret}`;
  const again = (seat: string, name: string) =>
    void act(async () => setLink({ name, address: addressOf((await api.inviteAgain(seat)).invite) }));
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people">{words.people}</h2>
        <ul className="people">
          {look.seats.map(({ id, name, role, party, signs, came, gone }) => (
            <li key={id}>
              <strong className={`party p${partyPlace(state.matter, party)}`}>{name}</strong>
              <span>
                {party === null
                  ? words.role[role]
                  : signs
                    ? words.signsFor(partyName(state.matter, party))
                    : words.speaksFor(partyName(state.matter, party))}
                {id === me.id && ` · ${words.you}`}
                {gone ? ` · ${invite.gone}` : !came && ` · ${words.notYetCome}`}
              </span>
              {id === me.id ? (
                <button type="button" className="quiet" onClick={() => again(id, name)}>
                  {invite.own}
                </button>
              ) : (
                !gone &&
                ((!came && me.role === "mediator" && party === null) || (binds(me) && party === me.party)) && (
                  <button type="button" className="quiet" onClick={() => again(id, name)}>
                    {invite.again}
                  </button>
                )
              )}
              {!gone &&
                !signs &&
                id !== me.id &&
                ((binds(me) && party === me.party) || (me.role === "mediator" && role === "observer")) && (
                  <Sure
                    text={invite.remove}
                    question={invite.sureRemove(name)}
                    className="quiet"
                    act={() => void act(() => api.removeSeat(id))}
                  />
                )}
            </li>
          ))}
        </ul>
        {state.links.map(({ seat, at }) => (
          <p key={`${seat} ${at}`} className="note">
            {invite.byOperator(seatName(state, seat), when(at))}
          </p>
        ))}
        {link && <Link link={link} />}
        {(me.role === "mediator" || binds(me)) && <Invite onLink={setLink} addressOf={addressOf} />}
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{privacy.heading}</h2>
        <ul>
          <li>{privacy.room}</li>
          {state.matter.parties.flatMap(({ id, name }) =>
            me.party === null || me.party === id
              ? [<li key={id}>{privacy.party(name)}</li>, <li key={`${id}:m`}>{privacy.mediation(name)}</li>]
              : [],
          )}
          <li>{privacy.secret}</li>
          <li>{privacy.operator}</li>
          <li>{privacy.needs}</li>
        </ul>
      </section>
      <section aria-labelledby="record">
        <h2 id="record">{record.heading}</h2>
        <p>
          <a className="button" href={`${api.at}/record`} download>
            {record.download}
          </a>
        </p>
        <p className="note">{record.how}</p>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{sessions.heading}</h2>
        <ul className="people">
          {look.sessions.map(({ id, began, own }) => (
            <li key={id}>
              <span>
                {sessions.since(when(began))}
                {own && ` · ${sessions.here}`}
              </span>
              {!own && (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => void act(() => api.endSession(id)).then(() => void refresh().catch(() => {}))}
                >
                  {sessions.end}
                </button>
              )}
            </li>
          ))}
        </ul>
        {canUsePasskeys() && <Passkeys />}
        <Accounts />
        <Sure
          text={sessions.leave}
          question={sessions.sureLeave}
          act={() => void act(() => api.leave()).then((left) => left && location.reload())}
        />
      </section>
    </>
  );
}

function Passkeys(): ReactNode {
  const { api, look, act, refresh } = useOpenRoom();
  const { sessions } = words;
  const add = async () => {
    const asked = await api.passkeyOffer();
    const made = await startRegistration({ optionsJSON: asked }).catch(() => {
      throw new RoomFailure(0, [sessions.noPasskey]);
    });
    await api.addPasskey(made);
    await refresh();
  };
  return (
    <WaysIn
      heading={sessions.passkeys}
      about={sessions.aboutPasskey}
      ways={look.passkeys.map(({ id, made }) => ({ id, text: sessions.passkey(when(made)) }))}
      remove={api.removePasskey}
    >
      <button type="button" onClick={() => void act(add)}>
        {sessions.addPasskey}
      </button>
    </WaysIn>
  );
}

/** Where the server knows organisations. */
function Accounts(): ReactNode {
  const { api, look, act } = useOpenRoom();
  const { sessions } = words;
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let shown = true;
    organisationsHere().then(
      (known) => shown && setNames(known.names),
      () => {},
    );
    return () => {
      shown = false;
    };
  }, []);
  if (names.length === 0 && look.accounts.length === 0) return null;
  return (
    <WaysIn
      heading={sessions.accounts}
      about={sessions.aboutAccount}
      ways={look.accounts.map(({ id, provider, made }) => ({ id, text: sessions.account(provider, when(made)) }))}
      remove={api.removeAccount}
    >
      {names.map((name, k) => (
        <button key={name} type="button" onClick={() => void act(() => goToOrganisation(api, k))}>
          {sessions.addAccount(name)}
        </button>
      ))}
    </WaysIn>
  );
}

interface WaysInProps {
  readonly heading: string;
  readonly about: string;
  readonly ways: readonly { readonly id: string; readonly text: string }[];
  readonly remove: (id: string) => Promise<void>;
  /** How another is added. */
  readonly children: ReactNode;
}

/** By what one comes back to one's seat without a link. */
function WaysIn({ heading, about, ways, remove, children }: WaysInProps): ReactNode {
  const { act, refresh } = useOpenRoom();
  return (
    <>
      <h3>{heading}</h3>
      <p className="note">{about}</p>
      <ul className="people">
        {ways.map(({ id, text }) => (
          <li key={id}>
            <span>{text}</span>
            <button
              type="button"
              className="quiet"
              onClick={() =>
                void act(async () => {
                  await remove(id);
                  await refresh();
                })
              }
            >
              {words.sessions.remove}
            </button>
          </li>
        ))}
      </ul>
      <p className="row">{children}</p>
    </>
  );
}

function Link({ link: { name, address } }: { readonly link: MadeLink }): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <div className="card" role="status">
      <p>{words.invite.link(name)}</p>
      <p>
        <input readOnly value={address} aria-label={words.invite.copy} onFocus={({ target }) => target.select()} />
      </p>
      <button type="button" onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {copied ? words.invite.copied : words.invite.copy}
      </button>
    </div>
  );
}

interface InviteProps {
  readonly onLink: (link: MadeLink) => void;
  readonly addressOf: (secret: string) => string;
}

function Invite({ onLink, addressOf }: InviteProps): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { invite } = words;
  const { me } = look;
  const [name, setName] = useState("");
  const [role, setRole] = useState<"observer" | "mediator">("observer");
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        const asked =
          me.party === null ? { role, party: null, name } : { role: "party" as const, party: me.party, name };
        const done = await act(async () => {
          const made = await api.invite(asked);
          onLink({ name: made.name, address: addressOf(made.invite) });
        });
        if (done) setName("");
      }}
    >
      <h3>{invite.heading}</h3>
      <label>
        <span>{invite.name}</span>
        <input maxLength={100} value={name} onChange={({ target }) => setName(target.value)} dir="auto" />
      </label>
      {me.party === null ? (
        <label>
          <span>{invite.as}</span>
          <select
            value={role}
            onChange={({ target }) => setRole(target.value === "mediator" ? "mediator" : "observer")}
          >
            <option value="observer">{invite.asObserver}</option>
            <option value="mediator">{invite.asMediator}</option>
          </select>
        </label>
      ) : (
        <p className="note">{invite.asOwn(partyName(state.matter, me.party))}</p>
      )}
      <p className="note">{invite.hears}</p>
      <p>
        <button type="submit" disabled={name.trim() === ""}>
          {invite.make}
        </button>
      </p>
    </form>
  );
}
