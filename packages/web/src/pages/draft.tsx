// The document as it would be signed, the principal's brief, the meetings, and what moved since the last round.
import { DraftText, partyClass } from "@parley/charts";
import {
  type Bracket,
  bracketText,
  capital,
  type Framework,
  type Origin,
  type Outcome,
  originKey,
  originText,
} from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Drafted } from "../analyses.js";
import { type CaseView, useCase, viewsText } from "../case-view.js";
import { useJob } from "../jobs.js";
import { BracketDialog } from "../parts/bracket-dialog.js";
import { MeetingList } from "../parts/meeting-list.js";
import { RoundsView } from "../parts/rounds-view.js";
import { useWrite } from "../parts/unsaved.js";
import { Waiting, Working } from "../parts/waiting.js";
import { queryKeys } from "../query-keys.js";
import { useLatest, work } from "../work.js";

const KINDS = { framework: "Framework", brief: "Brief", meetings: "Meetings", changes: "Since last round" } as const;
type Kind = keyof typeof KINDS;

const isKind = (text: string | null): text is Kind => text !== null && Object.hasOwn(KINDS, text);

export function DraftPage(): ReactNode {
  const view = useCase();
  const { address, reader } = view;
  const chosen = address.get("what");
  const kind = isKind(chosen) && !(chosen === "changes" && reader !== null) ? chosen : "framework";
  return (
    <>
      <ul className="tabs" aria-label="Which draft">
        {(Object.keys(KINDS) as Kind[])
          // What was changed when is its owner's alone.
          .filter((one) => one !== "changes" || reader === null)
          .map((one) => (
            <li key={one}>
              <button
                type="button"
                data-item={one}
                aria-current={one === kind ? "true" : undefined}
                onClick={() => address.set({ what: one })}
              >
                {KINDS[one]}
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
  const { files, options } = view;
  const found = useLatest(
    JSON.stringify([files.revision, options]),
    { files: [...files.files], options },
    (question): Promise<Outcome<Drafted>> => work.framework(question),
  );
  const [open, setOpen] = useState<Bracket | null>(null);
  if (!found.value) return <Waiting share={0.5} />;
  if (!found.value.ok) return <Reasons title="There is no draft yet" reasons={found.value.reasons} />;
  const { draft, lines } = found.value.value;
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
      <p className="note">
        {mayChange
          ? "Press what stands in [square brackets] to settle it: the case is changed, and the draft follows."
          : "What stands in [square brackets] is not agreed, or nobody has said it yet."}{" "}
        Beside each clause, the fields that made it.
      </p>
      {draft.remarks.map((remark) => (
        <p key={remark} className="note">
          {capital(remark)}
        </p>
      ))}
      <h2 className="draft-title">{draft.heading}</h2>
      <DraftText
        parts={draft.parts}
        bracket={(bracket) => <BracketMark view={view} bracket={bracket} {...(mayChange && { onOpen: setOpen })} />}
        origin={(origin) => <OriginLink view={view} origin={origin} lines={lines} />}
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

interface OriginProps {
  readonly view: CaseView;
  readonly origin: Origin;
  readonly lines: Readonly<Record<string, number>>;
}

function OriginLink({ view, origin, lines }: OriginProps): ReactNode {
  const line = lines[originKey(origin)];
  const shown = view.files.files.some(({ path }) => path === origin.file);
  const whole = originText(origin);
  const short = origin.label.split(" › ").slice(-2).join(" › ");
  if (!shown) return <span title={whole}>{short}</span>;
  return (
    <Link
      href={view.address.on("files", { file: origin.file, ...(line !== undefined && { line: `${line}` }) })}
      title={whole}
    >
      {short}
    </Link>
  );
}

/** Every day that the roadmap proposes, taken into the case at once. */
function TakeDays({ draft, mayChange }: { readonly draft: Framework; readonly mayChange: boolean }): ReactNode {
  const write = useWrite();
  const days = draft.parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "clause" ? block.pieces : [])))
    .flatMap((piece) => {
      if (typeof piece === "string" || !("alternatives" in piece) || piece.fill?.form !== "date") return [];
      const day = piece.alternatives[0]?.text ?? null;
      return day !== null && piece.id.startsWith("commitment:") && piece.id.endsWith(":start")
        ? [{ path: piece.fill.at.path, value: day }]
        : [];
    });
  if (!mayChange || days.length === 0) return null;
  return (
    <button
      type="button"
      onClick={() =>
        void write({ what: `${days.length} proposed days taken into the draft`, file: "agreement.yaml", changes: days })
      }
    >
      Take the {days.length} proposed {days.length === 1 ? "day" : "days"}
    </button>
  );
}

const FORMS = {
  framework: { docx: "Word (.docx)", md: "Markdown (.md)", html: "Page (.html)" },
  brief: { docx: "Word (.docx)", md: "Markdown (.md)", html: "Page (.html)" },
  meetings: { ics: "Calendar (.ics)" },
} as const;

interface DownloadsProps {
  readonly view: CaseView;
  readonly what: keyof typeof FORMS;
  readonly more?: Readonly<Record<string, string>>;
}

function Downloads({ view, what, more = {} }: DownloadsProps): ReactNode {
  const { id, reader, options } = view;
  const query = new URLSearchParams({
    ...(reader !== null && { reader }),
    ...(options.asOf && { asOf: options.asOf }),
    ...(options.views && { view: viewsText(options.views) ?? "" }),
    ...more,
  });
  return (
    <span className="downloads">
      {Object.entries(FORMS[what]).map(([form, name]) => (
        <a key={form} href={`/api/cases/${encodeURIComponent(id)}/drafts/${what}/${form}?${query}`} download>
          {name}
        </a>
      ))}
    </span>
  );
}

/** Two pages for one principal; on the server, since the models are drawn for it. */
function BriefDraft({ view }: { readonly view: CaseView }): ReactNode {
  const { negotiation, address, files, reader } = view;
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating");
  const wanted =
    address.get("party") ?? (seated.some(({ id }) => id === reader) ? reader : null) ?? seated[0]?.id ?? "";
  const offer = address.get("offer");
  const found = useJob(view, "brief", { options: { party: wanted, ...(offer !== null && { offers: [offer] }) } });
  const brief = found.result?.ok ? found.result.value : null;
  const lines = useQuery({
    queryKey: queryKeys.lines(files.revision, brief?.digest, brief?.party),
    queryFn: () => work.linesFor([...files.files], brief?.parts ?? []),
    enabled: brief !== null,
  });
  const failure = found.reasons.length > 0 ? found.reasons.join(" ") : null;
  return (
    <>
      <Working share={brief === null ? 1 : found.share} />
      {brief && <h1 className="sentence">{brief.sentence}</h1>}
      <div className="row">
        <label>
          For{" "}
          <select
            aria-label="Whose brief"
            value={wanted}
            onChange={({ target }) => address.set({ party: target.value })}
          >
            {seated.map(({ id, name }) => (
              <option key={id} value={id}>
                {capital(name)}
              </option>
            ))}
          </select>
        </label>
        {negotiation.offers.length > 0 && (
          <label>
            about{" "}
            <select
              aria-label="About which offer"
              value={offer ?? ""}
              onChange={({ target }) => address.set({ offer: target.value || null })}
            >
              <option value="">the latest offer</option>
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
      {found.result && !found.result.ok && <Reasons title="There is no brief yet" reasons={found.result.reasons} />}
      {!found.result && <Waiting share={found.share} failure={failure} />}
      {brief && (
        <>
          {brief.remarks.map((remark) => (
            <p key={remark} className="note">
              {capital(remark)}
            </p>
          ))}
          <DraftText
            parts={brief.parts}
            origin={(origin) => <OriginLink view={view} origin={origin} lines={lines.data ?? {}} />}
          />
        </>
      )}
    </>
  );
}

function Reasons({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }): ReactNode {
  return (
    <>
      <h1>{title}</h1>
      {reasons.map((reason) => (
        <p key={reason}>{capital(reason)}</p>
      ))}
    </>
  );
}
