// The steps of the tour that a person does with their own hands, and when each is done.

export const TOUR = ["choose", "read", "build", "record", "undo"] as const;
export type TourStep = (typeof TOUR)[number];

/** The page on which each is done. */
export const TOUR_PAGES: Readonly<Record<TourStep, string>> = {
  choose: "set-up",
  read: "overview",
  build: "bargaining",
  record: "bargaining",
  undo: "bargaining",
};

/** What is seen of a case while the tour goes on. */
export interface TourSeen {
  readonly page: string;
  /** Of the case as it stands. */
  readonly digest: string;
  readonly offers: number;
  /** Whether a package of one's own is on the page. */
  readonly builds: boolean;
}

/** Where a tour stands, and how the case stood when the step began. */
export interface TourState {
  readonly step: number;
  readonly digest: string;
  readonly offers: number;
}

const DONE: Readonly<Record<TourStep, (seen: TourSeen, began: TourState) => boolean>> = {
  choose: ({ digest }, began) => digest !== began.digest,
  read: ({ page }) => page === TOUR_PAGES.read,
  build: ({ page, builds }) => page === TOUR_PAGES.build && builds,
  record: ({ offers }, began) => offers > began.offers,
  undo: ({ offers }, began) => offers < began.offers,
};

/** The state after what is seen: the next step where this one is done. */
export function toured(state: TourState, seen: TourSeen): TourState {
  const step = TOUR[state.step];
  if (!step || !DONE[step](seen, state)) return state;
  return { step: state.step + 1, digest: seen.digest, offers: seen.offers };
}
