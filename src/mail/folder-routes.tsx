import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { notFound } from '../base/errors.ts'
import { frameOf, type Parts, type RequestEnv } from '../web/request.ts'
import { listFolderMails, readFolderMail } from './folder.ts'
import { FolderMailPage, folderPath, FolderPage } from './folder-pages.tsx'

/** What would have been sent. Mounted only where mail goes to a folder, which nobody but this machine can reach. */
export const mailFolderRoutes = (parts: Parts, folder: string) =>
  new Hono<RequestEnv>()
    .get(folderPath, async (c) =>
      c.html(<FolderPage frame={frameOf(parts, c)} mails={await listFolderMails(folder)} />),
    )
    .get(`${folderPath}/:file{[0-9a-f-]+\\.eml}`, async (c) => {
      const mail = (await readFolderMail(folder, c.req.param('file').slice(0, -4))) ?? notFound()
      return c.body(await readFile(join(folder, `${mail.id}.eml`)), 200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${mail.id}.eml"`,
      })
    })
    .get(`${folderPath}/:id`, async (c) => {
      const mail = (await readFolderMail(folder, c.req.param('id'))) ?? notFound()
      return c.html(<FolderMailPage frame={frameOf(parts, c)} mail={mail} />)
    })
