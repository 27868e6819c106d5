import { writeFile } from 'node:fs/promises'
import { today } from '../base/time.ts'
import { record } from '../audit/store.ts'
import { readAs, transact } from '../db/tx.ts'
import { closePdf } from '../documents/typst.ts'
import { documentTitle } from '../fora/annex/print/document.ts'
import { annexFile, annexOf } from '../fora/annex/printed/make.ts'
import { annexPage } from '../fora/annex/printed/alone.tsx'
import { type AnnexFormat, annexDays } from '../fora/annex/printed/rules.ts'
import { programIdentity } from '../people/actor.ts'
import { endOf } from '../web/request.ts'
import { districtOf } from './district.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'

export interface ExportOptions {
  year?: string
  format: AnnexFormat
  out: string
  district?: string
}

/** Writes the annex of a year to a file, from the register as it stood at the end of it, or stands today. */
export const exportAnnex = (options: ExportOptions): Promise<void> =>
  withDatabase(async (database, settings) => {
    const clock = clockOf(settings)
    const day = today(clock)
    const year = options.year ?? day.slice(0, 4)
    const days = /^\d{4}$/.test(year) ? annexDays(Number(year), day) : null
    if (days === null) throw new CommandFault(`There is no annex for the year ${year}.`, exitCodes.usage)
    const district = await districtOf(database, options.district)
    const identity = programIdentity('export-annex', district.id)
    const document = await annexOf(
      (on, work) => readAs(database.db, identity, work, on === null ? null : endOf(on)),
      district,
      days,
      day,
    )
    const bytes = options.format === 'html' ? await annexPage(document) : await annexFile(document, options.format)
    closePdf()
    try {
      await writeFile(options.out, bytes)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new CommandFault(`${options.out} cannot be written: ${reason}`, exitCodes.failed)
    }
    await transact(database.db, identity, clock(), (trx) =>
      record(trx, district.id, {
        action: 'annex.exported',
        subjectKind: 'annex',
        subjectId: `${year}.${options.format}`,
        subjectName: documentTitle(document),
      }),
    )
    const fora = document.categories.flatMap(({ entries }) => entries).length
    console.log(`${options.out}: ${documentTitle(document)}, ${String(fora)} ${fora === 1 ? 'entry' : 'entries'}.`)
  })
