import { signInPaths } from './paths.ts'

interface PasskeyButtonProps {
  readonly mode: 'sign-in' | 'register'
  readonly label: string
  /** What to say when the browser or the server refuses. */
  readonly failed: string
  readonly next: string
}

/** Room for the island that puts a button here, in browsers that know passkeys. */
export const PasskeyButton = (props: PasskeyButtonProps) => <passkey-button {...props} server={signInPaths.passkey} />
