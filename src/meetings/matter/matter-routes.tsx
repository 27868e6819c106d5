import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { MatterPage } from './matter-page.tsx'
import { listMatter } from './matter-store.ts'

/** A matter across fora and meetings. */
export const matterRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.matter(':id'),
    on('meetings.list', async (asked) => {
      const id = asked.param('id')
      if (!isUuid(id)) throw new NotFound()
      const steps = await asked.read((trx) => listMatter(trx, asked.district.id, id))
      if (steps.length === 0) throw new NotFound()
      return asked.page(<MatterPage asked={asked} steps={steps} />)
    }),
  )
}
