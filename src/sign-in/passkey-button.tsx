import { signInPaths } from './paths.ts'

interface PasskeyButtonProps {
  readonly mode: 'sign-in' | 'register'
  readonly label: string
  /** What to say when the browser or the server refuses. */
  readonly failed: string
  readonly next: string
}

declare module 'hono/jsx' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Hono looks for its elements in this namespace
  namespace JSX {
    interface IntrinsicElements {
      'passkey-button': { mode: string; label: string; failed: string; next: string; server: string }
    }
  }
}

/** Room for the island that puts a button here, in browsers that know passkeys. */
export const PasskeyButton = (props: PasskeyButtonProps) => <passkey-button {...props} server={signInPaths.passkey} />
