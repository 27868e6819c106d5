import { wordDiff, type Difference } from './word-diff.ts'

interface ChangesProps {
  readonly before: string
  readonly after: string
}

/** A text with what was taken out and what was put in, marked as such. */
export const Changes = ({ before, after }: ChangesProps) => <>{wordDiff(before, after).map(marked)}</>

const marked = ({ kind, text }: Difference) => {
  if (kind === 'same') return <>{text}</>
  const [, space = '', words = ''] = /^(\s*)([^]*)$/u.exec(text) ?? []
  if (words === '') return <>{kind === 'added' ? space : ''}</>
  return (
    <>
      {space}
      {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
    </>
  )
}
