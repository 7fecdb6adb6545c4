// What is said of a plan of inspection, as codes and parameters. Chances are 0–1, efforts in the plan's own unit.

export interface AmountSaid {
  readonly amount: number;
  readonly unit: string;
}

/** Why no effort makes breaking the deal not pay. */
export type UnseeableSaid =
  | { readonly code: "visit"; readonly place: string; readonly sees: number }
  | { readonly code: "check" | "sanction" };

export type InspectionSaid =
  /** No plan may be seen; `estimated`: the stocks of which there is an estimate. */
  | { readonly code: "noPlan"; readonly estimated: readonly string[] }
  | { readonly code: "watchesTooLittle"; readonly goal: AmountSaid }
  | {
      readonly code: "seen";
      readonly effort: AmountSaid;
      /** The violator's best way; null where several are as good. `belief`: that anything is at a place that is suspected only. */
      readonly way: {
        readonly name: string;
        readonly belief: { readonly low: number; readonly high: number } | null;
      } | null;
      readonly detection: number;
      readonly atLeast: boolean;
      /** From which effort on breaking the deal does not pay: at this one already, at another, or at none. */
      readonly deters:
        | { readonly code: "already" }
        | { readonly code: "from"; readonly effort: AmountSaid }
        | { readonly code: "never"; readonly why: UnseeableSaid };
    };
