/** One thing the user must mend before a form can be stored. */
export interface Problem {
  /** Name of the form field it concerns. */
  readonly field: string
  /** What to do about it, as a whole sentence without a full stop. */
  readonly text: string
}
