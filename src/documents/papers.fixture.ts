import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'

/** Stands in every place of a test file where a file tells of those who made it. */
export const secret = 'Hemmelig Ophavsperson'

const zipOf = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

const types = (main: string, part: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}"/></Types>`
const office = 'application/vnd.openxmlformats-officedocument'
const docProps = {
  'docProps/core.xml': `<cp:coreProperties><dc:creator>${secret}</dc:creator><cp:lastModifiedBy>${secret}</cp:lastModifiedBy></cp:coreProperties>`,
  'docProps/app.xml': `<Properties><Company>${secret}</Company><Manager>${secret}</Manager></Properties>`,
  'docProps/custom.xml': `<Properties><property name="Sagsbehandler">${secret}</property></Properties>`,
  'docProps/thumbnail.jpeg': strToU8(secret),
  '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="main"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
}

/** A photograph with a place, a camera and its owner in it. */
export const photoOf = (format: 'jpeg' | 'webp' | 'png' = 'jpeg', width = 40, height = 30): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Artist: secret, Copyright: secret, Make: 'Prøvekamera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 26/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '12/1 8/1 0/1' },
    })
    .toFormat(format)
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes))

/** A Word document with words in it, an author, comments, tracked changes, a template on a disk and a photograph. */
export const wordOf = async (words = 'Ordene i sagen'): Promise<Uint8Array> =>
  zipOf({
    '[Content_Types].xml': types(`${office}.wordprocessingml.document.main+xml`, 'word/document.xml'),
    ...docProps,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r><w:ins w:id="1" w:author="${secret}"><w:r><w:t> tilføjet</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    'word/comments.xml': `<w:comments><w:comment w:id="0" w:author='${secret}' w:initials="${secret}"><w:p/></w:comment></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${secret}"><w15:presenceInfo w15:providerId="AD" w15:userId="${secret}"/></w15:person></w15:people>`,
    'word/settings.xml': `<w:settings><w:docVars><w:docVar w:name="a" w:val="${secret}"/></w:docVars></w:settings>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="rId1" Target="file:///C:/Users/${secret}/skabelon.dotx" TargetMode="External"/></Relationships>`,
    'word/media/image1.jpeg': await photoOf(),
    'customXml/item1.xml': `<p:properties xmlns:p="x"><documentManagement>${secret}</documentManagement></p:properties>`,
  })

export const sheetOf = (): Uint8Array =>
  zipOf({
    '[Content_Types].xml': types(`${office}.spreadsheetml.sheet.main+xml`, 'xl/workbook.xml'),
    ...docProps,
    'xl/workbook.xml': `<workbook><fileSharing userName="${secret}"/><mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\${secret}\\"/></mc:Choice></mc:AlternateContent><sheets/></workbook>`,
    'xl/sharedStrings.xml': '<sst><si><t>Tal for lokalrådene</t></si></sst>',
    'xl/comments1.xml': `<comments><authors><author>${secret}</author></authors></comments>`,
    'xl/persons/person.xml': `<personList><person displayName="${secret}" userId="${secret}" id="{1}"/></personList>`,
    'xl/printerSettings/printerSettings1.bin': strToU8(secret),
  })

export const slidesOf = (): Uint8Array =>
  zipOf({
    '[Content_Types].xml': types(`${office}.presentationml.presentation.main+xml`, 'ppt/presentation.xml'),
    ...docProps,
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': '<p:sld><a:t>Oplæg om tryghed</a:t></p:sld>',
    'ppt/slides/slide2.xml': '<p:sld/>',
    'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor id="0" name="${secret}" initials="${secret}"/></p:cmAuthorLst>`,
  })

export const openDocumentOf = (): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'meta.xml': strToU8(
      `<office:document-meta><meta:initial-creator>${secret}</meta:initial-creator></office:document-meta>`,
    ),
    'content.xml': strToU8(
      `<office:document-content><office:annotation><dc:creator>${secret}</dc:creator></office:annotation><text:p>Ord i OpenDocument</text:p></office:document-content>`,
    ),
    'settings.xml': strToU8(
      `<config:config-item config:name="PrinterName" config:type="string">${secret}</config:config-item>`,
    ),
    'Thumbnails/thumbnail.png': strToU8(secret),
  })

/** A zip with one more part, such as a macro. */
export const withPart = (zip: Uint8Array, name: string, content: string): Uint8Array =>
  zipSync({ ...unzipSync(zip), [name]: strToU8(content) })

/** A PDF that opens only with a password. */
export async function lockedReport(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await reportOf())
  pdf.encrypt({ userPassword: 'hemmelig', ownerPassword: 'hemmelig' })
  return pdf.save({ useObjectStreams: false })
}

/** A PDF with an author in each place that has one: information, XMP, a note, an attached file and a photograph. */
export async function reportOf(words = 'Ordene i sagen', pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([300, 400])
    page.drawText(`${words}, side ${String(number)}`, { x: 20, y: 350, size: 12, font })
  }
  const first = pdf.getPage(0)
  first.drawImage(await pdf.embedJpg(await photoOf()), { x: 20, y: 20, width: 40, height: 30 })
  const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] })
  note.set(PDFName.of('T'), PDFString.of(secret))
  first.node.addAnnot(pdf.context.register(note))
  const xmp = pdf.context.stream(`<x:xmpmeta><dc:creator>${secret}</dc:creator></x:xmpmeta>`, {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp))
  await pdf.attach(strToU8(secret), 'vedhæftet.txt', { mimeType: 'text/plain', description: secret })
  pdf.addJavaScript('start', `app.alert("${secret}")`)
  pdf.setAuthor(secret)
  pdf.setCreator(secret)
  pdf.setKeywords([secret])
  // Left behind by an earlier state of the file: nothing refers to it.
  pdf.context.register(pdf.context.stream(secret))
  return pdf.save({ useObjectStreams: false })
}
