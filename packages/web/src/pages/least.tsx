// The least that each file of interests would still sign, to be confirmed or denied before any verdict is believed.
import { LeastPart, Points, useWords, verdicts } from "@parley/charts";
import type { LeastSigned, SanityOfParty } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { useMaterials } from "../jobs.js";
import { EmptyPage } from "../parts/empty-page.js";
import { leastEdit } from "../parts/least-edit.js";
import { useWrite } from "../parts/unsaved.js";
import type { FieldEdit } from "../parts/unsaved-edits.js";
import { Waiting, Working } from "../parts/waiting.js";
import { work } from "../work.js";

export function LeastPage(): ReactNode {
  const { sanity: words, pages } = useWords();
  const view = useCase();
  const { materials, share, failure } = useMaterials();
  if (!materials) return <Waiting share={share} failure={failure} />;
  const { sanity } = materials;
  if (!sanity.ok)
    return (
      <EmptyPage chart={verdicts} heading={words.none} reasons={sanity.reasons}>
        <Link href={view.address.on("set-up")}>{words.toSetUp}</Link>
      </EmptyPage>
    );
  return (
    <>
      <Working share={share} />
      <h1>{words.heading}</h1>
      <p className="note column">{words.about}</p>
      <Points items={sanity.value.limits ?? []} />
      <LeastPart
        of={sanity.value}
        negotiation={view.negotiation}
        names={view.names}
        level={2}
        {...(view.reader === null && {
          answer: (party: SanityOfParty, least: LeastSigned) => <Answer view={view} party={party} least={least} />,
          foot: ({ party, holder, packages }: SanityOfParty) =>
            packages.some(({ confirmed }) => !confirmed) && (
              <p className="note">{pages.overview.answer.into(view.names.party(party), view.names.party(holder))}</p>
            ),
        })}
      />
    </>
  );
}

interface AnswerProps {
  readonly view: CaseView;
  readonly party: SanityOfParty;
  readonly least: LeastSigned;
}

function Answer({ view, party, least }: AnswerProps): ReactNode {
  const { sanity: words } = useWords();
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const interests = view.written.interests.find(({ file }) => file === party.file);
  if (!interests || least.confirmed) return null;
  const named = view.names.spoken(party.party);
  const give = async (signs: boolean) => {
    setBusy(true);
    const edit = leastEdit(interests, least, signs, dayOf(view), words.given(named, signs));
    const possible = signs || (await leavesModels(view, edit));
    setRefused(!possible);
    if (possible) await write(edit);
    setBusy(false);
  };
  return (
    <>
      <p className="row">
        <button type="button" disabled={busy} onClick={() => void give(true)}>
          {words.yes(named)}
        </button>
        <button type="button" disabled={busy} onClick={() => void give(false)}>
          {words.no(named)}
        </button>
      </p>
      {refused && (
        <p className="alert" role="alert">
          {words.cannotBe(named)}
        </p>
      )}
    </>
  );
}

/** Models with which an answer is tried. */
const TRIED = 100;

/** Whether anything is left of what is known where an answer is written down. */
async function leavesModels({ files, options }: CaseView, { file, changes }: FieldEdit): Promise<boolean> {
  const text = files.files.find(({ path }) => path === file)?.text ?? "";
  const made = await work.withChanges(text, [...changes]);
  if (!made.ok) return true;
  const after = files.files.map((one) => (one.path === file ? { path: file, text: made.value } : one));
  const tried = await work.preview({ files: after, options: { ...options, models: TRIED } });
  return tried.map.ok || !tried.map.reasons.some((reason) => reason.includes(file));
}
