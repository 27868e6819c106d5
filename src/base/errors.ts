/** What can go wrong in the domain. These know nothing of HTTP; `web/errors.tsx` gives each a page and a status. */
export abstract class DomainError extends Error {}

/** The thing does not exist, or the reader may not know that it does. */
export class NotFound extends DomainError {}

/** The actor may not do this. The reason is written to the log. */
export class Forbidden extends DomainError {
  readonly permission: string
  constructor(permission: string) {
    super(`Not allowed: ${permission}`)
    this.permission = permission
  }
}

/** Somebody else changed the thing first. */
export class Conflict extends DomainError {}

/** So much is under way already that this has to wait; the same can be asked for again shortly. */
export class Busy extends DomainError {}

/** The input cannot be used; `message` is a sentence for the user, already in their language. */
export class Invalid extends DomainError {}

export const notFound = (): never => {
  throw new NotFound()
}
