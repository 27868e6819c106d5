import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { today } from '../base/time.ts'
import { changedFields, record } from '../audit/store.ts'
import type { Database } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { compareImport } from '../fora/annex/import/comparison.ts'
import { acceptSure, type LocalBodies } from '../fora/annex/import/decide-store.ts'
import { calmTitle } from '../fora/annex/import/rules.ts'
import { addImport, listEntries } from '../fora/annex/import/store.ts'
import { mediaTypes, readAnnexFile, type ReadAnnexFile, refusalText } from '../fora/annex/import/upload.ts'
import { proposalAsJson } from '../fora/annex/reading/json.ts'
import { annexFields } from '../fora/annex/reading/proposal.ts'
import { noteText } from '../fora/annex/reading/texts.ts'
import { listRegisterEntries } from '../fora/annex/register-store.ts'
import { foraPaths } from '../fora/paths.ts'
import { programIdentity } from '../people/actor.ts'
import { municipalitiesOfDistrict } from '../people/official-areas.ts'
import { type District, listMunicipalities } from '../people/store.ts'
import { districtOf } from './district.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'

export interface ImportOptions {
  district?: string
  dryRun?: true
  accept?: 'confident'
  perMunicipality: LocalBodies
}

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const words = { ENOENT: 'there is no such file', EACCES: 'it may not be read', EISDIR: 'it is a folder' }
    const known = Object.entries(words).find(([code]) => code === reason)?.[1] ?? reason
    throw new CommandFault(`${path} cannot be opened: ${known}.`, exitCodes.badInput)
  }
}

type ReadFile = ReadAnnexFile & { bytes: Uint8Array }

const readFileOf = async (path: string, names: readonly string[]): Promise<ReadFile> => {
  const bytes = await bytesOf(path)
  try {
    return { ...(await readAnnexFile(bytes, basename(path), names)), bytes }
  } catch (error) {
    const reason = refusalText(error, 'en')
    if (reason === null) throw error
    throw new CommandFault(`${path} was not read. ${reason} Nothing was stored.`, exitCodes.badInput)
  }
}

/** Names to know places by: those of the district, or of the whole country when none is named. */
const namesFor = (district: string | undefined): readonly string[] => {
  if (district === undefined) return Object.values(municipalitiesOfDistrict).flat()
  const names = municipalitiesOfDistrict[district]
  if (names) return names
  const known = Object.keys(municipalitiesOfDistrict).join(', ')
  throw new CommandFault(`There is no district called ${district}. There is: ${known}.`, exitCodes.usage)
}

/** What is left for a person, one line for each forum with the reasons. */
const leftOver = (entries: ReturnType<typeof compareImport>['entries']): string[] =>
  entries
    .filter(({ decision, sure }) => decision === 'pending' && !sure)
    .map(({ forum, doubtfulPair, change }) => {
      const reasons = (['name', ...annexFields] as const).flatMap((field) => {
        const { note } = forum[field]
        return note === null || note.code === 'noParagraph' ? [] : [noteText(note, 'en')]
      })
      if (forum.perMunicipality && change === 'new') reasons.push('One forum, or one for each municipality?')
      if (change === 'changed' && !doubtfulPair) reasons.push('It differs from the register.')
      if (doubtfulPair) reasons.push('Is it a forum of the register under a new name?')
      if (forum.category.name === '') reasons.push('It has no category.')
      return `- ${forum.name.value || '(no name)'} (lines ${forum.sourceLines.join('–')}): ${reasons.join(' ') || 'please look at it.'}`
    })

const counted = (count: number): string => (count === 1 ? '1 forum' : `${String(count)} fora`)

const store = async (
  { db }: Database,
  { district, path, now }: { district: District; path: string; now: Date },
  read: ReadFile,
  options: ImportOptions,
) => {
  const identity = programIdentity('import-annex', district.id)
  const day = today(() => now)
  const title = calmTitle(read.proposal.title ?? basename(path)).slice(0, 200)
  return transact(db, identity, now, async (trx) => {
    const log = (event: Parameters<typeof record>[2]) => record(trx, district.id, event)
    const id = await addImport(trx, district.id, {
      fileName: basename(path).slice(-200),
      mediaType: mediaTypes[read.kind],
      bytes: read.bytes,
      title,
      lines: read.lines,
      proposal: read.proposal,
      by: identity.name,
    })
    await log({
      action: 'annex.uploaded',
      subjectKind: 'annexImport',
      subjectId: id,
      subjectName: title,
      changes: changedFields(null, { file: basename(path), fora: read.proposal.fora.length }),
    })
    const compare = async () =>
      compareImport(await listEntries(trx, district.id, id), await listRegisterEntries(trx, district.id))
    let accepted = 0
    if (options.accept === 'confident') {
      const municipalities = await listMunicipalities(trx, district.id, day)
      const choice = { local: options.perMunicipality, municipalities }
      accepted = await acceptSure(
        { trx, log, district: district.id, today: day },
        id,
        (await compare()).entries,
        choice,
      )
    }
    return { id, accepted, fora: read.proposal.fora.length, ...(await compare()) }
  })
}

/**
 * Reads an annex from a file. With `dryRun` the proposal goes to standard output as JSON and no database is touched; with
 * `accept` the confident fora are stored and the rest is reported; otherwise everything waits for review on the web.
 */
export async function importAnnex(path: string, options: ImportOptions): Promise<void> {
  if (options.dryRun && options.accept) throw new CommandFault('Choose one of --dry-run and --accept.', exitCodes.usage)
  // A file that is no annex is refused before any database is opened.
  const read = await readFileOf(path, namesFor(options.district))
  if (options.dryRun) {
    console.log(JSON.stringify(proposalAsJson(read.proposal), null, 2))
    return
  }
  await withDatabase(async (database, settings) => {
    const district = await districtOf(database, options.district)
    const done = await store(database, { district, path, now: clockOf(settings)() }, read, options)
    const left = leftOver(done.entries)
    const waiting = done.fora - done.accepted
    console.log(
      `${counted(done.fora)} read from ${basename(path)}. ${counted(done.accepted)} stored, ${counted(waiting)} left for review.`,
    )
    for (const line of left) console.log(line)
    if (done.gone.length > 0)
      console.log(`In the register and not in the annex: ${done.gone.map(({ name }) => name).join('; ')}.`)
    if (waiting > 0 || done.gone.length > 0) console.log(`Review it at /${district.id}${foraPaths.import(done.id)}`)
  })
}
