import { Hono } from 'hono'
import { Conflict, notFound } from '../../../base/errors.ts'
import { isUuid } from '../../../base/ids.ts'
import { changedFields } from '../../../audit/store.ts'
import type { Trx } from '../../../db/db.ts'
import { listMunicipalities } from '../../../people/store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../../web/request.ts'
import { foraPaths } from '../../paths.ts'
import { changeStatus } from '../../register/forum-store.ts'
import { listRegisterEntries } from '../register-store.ts'
import { lockFora } from './bodies-store.ts'
import { compareImport, type Comparison } from './comparison.ts'
import { acceptSure } from './decide-store.ts'
import { closeForm } from './forms.ts'
import { ImportsPage } from './list-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { decideRoutes, showReview, workOf } from './review-routes.tsx'
import { calmTitle } from './rules.ts'
import { addImport, findImport, type ImportSummary, listEntries, listImports } from './store.ts'
import { importTexts } from './texts.ts'
import { mediaTypes, readAnnexFile, type ReadAnnexFile, refusalText, storable } from './upload.ts'

const showImports = async (asked: Asked, problem?: string) => {
  const imports = await asked.read((trx) => listImports(trx, asked.district.id))
  const problems = problem === undefined ? [] : [{ field: 'fil', text: problem }]
  return asked.page(<ImportsPage asked={asked} imports={imports} problems={problems} />, problem ? 422 : 200)
}

/** The file of the form; null when none was chosen. */
const sentFile = async (asked: Asked): Promise<File | null> => {
  const sent = (await asked.c.req.parseBody())['fil']
  return sent instanceof File && (sent.name !== '' || sent.size > 0) ? sent : null
}

const keep = (asked: Asked, file: File, bytes: Uint8Array, { proposal, lines, kind }: ReadAnnexFile) =>
  asked.change(async (trx, log) => {
    const name = storable(file.name.slice(-200))
    const title = storable(calmTitle(proposal.title ?? name).slice(0, 200))
    const annex = { fileName: name, mediaType: mediaTypes[kind], bytes, title, lines, proposal, by: asked.actor.name }
    const id = await addImport(trx, asked.district.id, annex)
    await log({
      action: 'annex.uploaded',
      subjectKind: 'annexImport',
      subjectId: id,
      subjectName: title,
      changes: changedFields(null, { file: name, fora: proposal.fora.length }),
    })
    return id
  })

const upload = async (asked: Asked) => {
  const file = await sentFile(asked)
  if (file === null) return showImports(asked, importTexts[asked.lang].chooseFile)
  const known = await asked.read((trx) => listMunicipalities(trx, asked.district.id, asked.today))
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const read = await readAnnexFile(
      bytes,
      file.name,
      known.map(({ name }) => name),
    )
    return asked.goTo(foraPaths.import(await keep(asked, file, bytes, read)))
  } catch (error) {
    const refused = refusalText(error, asked.lang)
    if (refused === null) throw error
    return showImports(asked, refused)
  }
}

const importOf = async (asked: Asked, trx: Trx): Promise<ImportSummary> => {
  const id = asked.param('id')
  return (isUuid(id) ? await findImport(trx, asked.district.id, id) : undefined) ?? notFound()
}

const compared = async (asked: Asked, trx: Trx): Promise<{ annex: ImportSummary; comparison: Comparison }> => {
  const annex = await importOf(asked, trx)
  const entries = await listEntries(trx, asked.district.id, annex.id)
  return { annex, comparison: compareImport(entries, await listRegisterEntries(trx, asked.district.id)) }
}

const showOverview = async (
  asked: Asked,
  refused?: Pick<Parameters<typeof OverviewPage>[0], 'problems' | 'closing'>,
) => {
  const found = await asked.read((trx) => compared(asked, trx))
  const accepted = /^\d{1,5}$/.test(asked.query('godkendt')) ? Number(asked.query('godkendt')) : null
  const said = asked.query('fortrudt')
  const done = { accepted, undone: said === 'ja' || said === 'nej' ? said : null } as const
  return asked.page(<OverviewPage asked={asked} {...found} done={done} {...refused} />, refused ? 422 : 200)
}

const close = async (asked: Asked) => {
  const { data, values, problems } = await asked.form(closeForm(asked.lang))
  if (data === null)
    return showOverview(asked, {
      problems,
      closing: { forumId: typeof values['forum'] === 'string' ? values['forum'] : '', values },
    })
  await asked.change(async (trx, log) => {
    await importOf(asked, trx)
    const entry = (await listRegisterEntries(trx, asked.district.id)).find(({ id }) => id === data.forum) ?? notFound()
    if (entry.version !== data.version) throw new Conflict()
    for (const forum of await lockFora(trx, asked.district.id, entry.forumIds)) {
      if (forum.status === 'closed') continue
      const change = { status: 'closed', since: asked.today, reason: data.grund } as const
      if (!(await changeStatus(trx, asked.district.id, forum, change))) throw new Conflict()
      await log({
        action: 'forum.status',
        subjectKind: 'forum',
        subjectId: forum.id,
        subjectName: forum.name,
        changes: changedFields(
          { status: forum.status, reason: forum.statusReason },
          { status: 'closed', reason: data.grund },
        ),
      })
    }
  })
  return asked.goTo(`${foraPaths.import(asked.param('id'))}#udgaaet`)
}

/** Reading an annex in: upload, overview, review of each forum, and closing down what is gone. */
export const importRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.imports,
      on('annex.import', (asked) => showImports(asked)),
    )
    .post(foraPaths.imports, on('annex.import', upload))
    .get(
      foraPaths.import(':id'),
      on('annex.import', (asked) => (asked.query('forum') === '' ? showOverview(asked) : showReview(asked))),
    )
    .post(
      foraPaths.importSure(':id'),
      on('annex.import', async (asked) => {
        const count = await asked.change(async (trx, log) => {
          const { annex, comparison } = await compared(asked, trx)
          const municipalities = await listMunicipalities(trx, asked.district.id, asked.today)
          return acceptSure(workOf(asked, trx, log), annex.id, comparison.entries, { local: 'ask', municipalities })
        })
        return asked.goTo(`${foraPaths.import(asked.param('id'))}?godkendt=${String(count)}`)
      }),
    )
    .post(foraPaths.importClose(':id'), on('annex.import', close))
    .route('/', decideRoutes(parts))
}
