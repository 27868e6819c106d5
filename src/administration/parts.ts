import type { SignIn } from '../sign-in/auth.ts'
import type { Parts } from '../web/request.ts'

export interface AdministrationParts extends Parts {
  signIn: SignIn
}
