// The document as it would be signed, the principal's brief, the meetings, and what moved since the last round.
import { DraftText, partyClass, useWords } from "@parley/charts";
import {
  type Bracket,
  bracketText,
  type Framework,
  fieldNamesIn,
  type Origin,
  type Outcome,
  type Wording,
} from "@parley/core/internal";
import { Fragment, type ReactNode, useState } from "react";
import { fileAddress } from "../addresses.js";
import { type CaseView, useCase } from "../case-view.js";
import { useEntries } from "../entries.js";
import { useJob } from "../jobs.js";
import { BracketDialog } from "../parts/bracket-dialog.js";
import { useEditHere } from "../parts/edit-here.js";
import { MeetingList } from "../parts/meeting-list.js";
import { RoundsView } from "../parts/rounds-view.js";
import { useWrite } from "../parts/unsaved.js";
import { Waiting, Working } from "../parts/waiting.js";
import { useLatest, work } from "../work.js";
import { briefOf, proposedDays } from "./draft-days.js";
import { originSaid } from "./origin-words.js";

const KINDS = ["framework", "brief", "meetings", "changes"] as const;

export function DraftPage(): ReactNode {
  const words = useWords().pages.draft;
  const view = useCase();
  const { address, reader } = view;
  // What was changed when is its owner's alone.
  const kinds = KINDS.filter((one) => one !== "changes" || reader === null);
  const kind = kinds.find((one) => one === address.get("what")) ?? "framework";
  return (
    <>
      <ul className="tabs" aria-label={words.tabs}>
        {kinds.map((one) => (
          <li key={one}>
            <button
              type="button"
              data-item={one}
              aria-current={one === kind ? "true" : undefined}
              onClick={() => address.set({ what: one })}
            >
              {words.kinds[one]}
            </button>
          </li>
        ))}
      </ul>
      {kind === "framework" && <FrameworkDraft view={view} />}
      {kind === "brief" && <BriefDraft view={view} />}
      {kind === "meetings" && <MeetingList view={view} download={<Downloads view={view} what="meetings" />} />}
      {kind === "changes" && <RoundsView view={view} />}
    </>
  );
}

/** Drawn anew from the files as they stand, whoever changed them. */
function FrameworkDraft({ view }: { readonly view: CaseView }): ReactNode {
  const { atHead, pages } = useWords();
  const words = pages.draft;
  const { files, options } = view;
  const found = useLatest(
    JSON.stringify([files.revision, options]),
    { files: [...files.files], options },
    (question): Promise<Outcome<Framework>> => work.framework(question),
  );
  const [open, setOpen] = useState<Bracket | null>(null);
  if (!found.value) return <Waiting share={0.5} />;
  if (!found.value.ok) return <Reasons title={words.noDraft} reasons={found.value.reasons} />;
  const draft = found.value.value;
  const mayChange = view.reader === null;
  return (
    <>
      <Working share={found.busy ? 0.5 : 1} />
      <h1 className="sentence" aria-live="polite">
        {draft.sentence}
      </h1>
      <div className="row">
        <TakeDays draft={draft} mayChange={mayChange} />
        <Downloads view={view} what="framework" />
      </div>
      <p className="note">{words.aboutBrackets(mayChange)}</p>
      {draft.remarks.map((remark) => (
        <p key={remark} className="note">
          {atHead(remark)}
        </p>
      ))}
      <h2 className="draft-title">{draft.heading}</h2>
      <DraftText
        parts={draft.parts}
        bracket={(bracket) => <BracketMark view={view} bracket={bracket} {...(mayChange && { onOpen: setOpen })} />}
        origin={(origin) => <OriginLink view={view} origin={origin} />}
      />
      {open && <BracketDialog view={view} bracket={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface MarkProps {
  readonly view: CaseView;
  readonly bracket: Bracket;
  readonly onOpen?: (bracket: Bracket) => void;
}

/** Each side's wording by itself, in its colour, so that a long bracket breaks where a reader would. */
function BracketMark({ view, bracket, onOpen }: MarkProps): ReactNode {
  const { alternatives, asks, fill } = bracket;
  return alternatives.map((one, place) => {
    const side = view.negotiation.parties.findIndex(({ id }) => id === one.by);
    const text = bracketText({ alternatives: [one], asks });
    const look = `bracket${side < 0 ? "" : ` side ${partyClass(side)}`}`;
    return (
      <Fragment key={one.by ?? place}>
        {place > 0 && " "}
        {onOpen && fill ? (
          <button type="button" className={`${look} live`} aria-haspopup="dialog" onClick={() => onOpen(bracket)}>
            {text}
          </button>
        ) : (
          <mark className={look}>{text}</mark>
        )}
      </Fragment>
    );
  });
}

/** The entry that a clause was made from: pressed, it can be changed. */
function OriginLink({ view, origin }: { readonly view: CaseView; readonly origin: Origin }): ReactNode {
  const fieldNames = fieldNamesIn(useWords().language);
  const entries = useEntries(view);
  const open = useEditHere();
  if (!entries?.ok) return null;
  const { text, opens } = originSaid(origin, entries.value, fieldNames);
  if (!opens || !open) return <span>{text}</span>;
  return (
    <button type="button" className="link" onClick={() => open(opens)}>
      {text}
    </button>
  );
}

/** Every day that the roadmap proposes, taken into the case at once. */
function TakeDays({ draft, mayChange }: { readonly draft: Framework; readonly mayChange: boolean }): ReactNode {
  const words = useWords().pages.draft;
  const write = useWrite();
  const days = proposedDays(draft.parts);
  if (!mayChange || days.length === 0) return null;
  return (
    <button
      type="button"
      onClick={() => void write({ what: words.daysTaken(days.length), file: "agreement.yaml", changes: days })}
    >
      {words.takeDays(days.length)}
    </button>
  );
}

interface DownloadsProps {
  readonly view: CaseView;
  readonly what: keyof Wording["pages"]["draft"]["forms"];
  readonly more?: Readonly<Record<string, string>>;
}

function Downloads({ view, what, more = {} }: DownloadsProps): ReactNode {
  const { forms } = useWords().pages.draft;
  return (
    <span className="downloads">
      {Object.entries(forms[what]).map(([form, name]) => (
        <a key={form} href={fileAddress(view, `drafts/${what}/${form}`, more)} download>
          {name}
        </a>
      ))}
    </span>
  );
}

/** Two pages for one principal; on the server, since the models are drawn for it. */
function BriefDraft({ view }: { readonly view: CaseView }): ReactNode {
  const { atHead, pages } = useWords();
  const words = pages.draft;
  const { negotiation, address, reader } = view;
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating");
  const wanted = briefOf(address.get("party"), reader, seated);
  const offer = address.get("offer");
  const found = useJob(view, "brief", { options: { party: wanted, ...(offer !== null && { offers: [offer] }) } });
  const brief = found.result?.ok ? found.result.value : null;
  const failure = found.reasons.length > 0 ? found.reasons.join(" ") : null;
  return (
    <>
      <Working share={brief === null ? 1 : found.share} />
      {brief && <h1 className="sentence">{brief.sentence}</h1>}
      <div className="row">
        <label>
          {words.briefFor}{" "}
          <select
            aria-label={words.whoseBrief}
            value={wanted}
            onChange={({ target }) => address.set({ party: target.value })}
          >
            {seated.map(({ id, name }) => (
              <option key={id} value={id}>
                {atHead(name)}
              </option>
            ))}
          </select>
        </label>
        {negotiation.offers.length > 0 && (
          <label>
            {words.briefAbout}{" "}
            <select
              aria-label={words.aboutWhich}
              value={offer ?? ""}
              onChange={({ target }) => address.set({ offer: target.value || null })}
            >
              <option value="">{words.latestOffer}</option>
              {negotiation.offers
                .filter(({ open }) => open.length === 0)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        )}
        <Downloads view={view} what="brief" more={{ party: wanted, ...(offer !== null && { offer }) }} />
      </div>
      {found.result && !found.result.ok && <Reasons title={words.noBrief} reasons={found.result.reasons} />}
      {!found.result && <Waiting share={found.share} failure={failure} />}
      {brief && (
        <>
          {brief.remarks.map((remark) => (
            <p key={remark} className="note">
              {atHead(remark)}
            </p>
          ))}
          <DraftText parts={brief.parts} origin={(origin) => <OriginLink view={view} origin={origin} />} />
        </>
      )}
    </>
  );
}

function Reasons({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }): ReactNode {
  const { atHead } = useWords();
  return (
    <>
      <h1>{title}</h1>
      {reasons.map((reason) => (
        <p key={reason}>{atHead(reason)}</p>
      ))}
    </>
  );
}
