import { createContext, useContext } from 'hono/jsx'
import type { Frame } from './frame.ts'
import { webTexts } from './texts.ts'

/** Gives the parts of a page its language and assets. Set by `Page`; async components inside a page do not see it. */
export const FrameContext = createContext<Frame | null>(null)

/** The frame of the page being rendered. Throws outside `Page`. */
export const useFrame = (): Frame => {
  const frame = useContext(FrameContext)
  if (frame === null) throw new Error('This part of a page was rendered outside <Page>.')
  return frame
}

/** The shell's texts in the language of the page being rendered. */
export const useTexts = (): (typeof webTexts)['da'] => webTexts[useFrame().lang]
