import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

/** The yardstick for HTTP: a server that does nothing but return the bytes of a file. Told the file and the port. */
const [file = '', port = '0'] = process.argv.slice(2)
const bytes = readFileSync(file)
createServer((_, answer) => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
  answer.end(bytes)
}).listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('ready\n')
})
