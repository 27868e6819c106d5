import { Command, CommanderError } from 'commander'
import { checkConfig } from './commands/check-config.ts'
import { exitCodes } from './commands/exit-codes.ts'
import { CommandFault } from './commands/fault.ts'
import { migrateCommand } from './commands/migrate.ts'
import { serve } from './commands/serve.ts'
import { auditVerify } from './commands/audit.ts'
import { demoCommand } from './commands/demo.ts'
import { BadSettings } from './config.ts'
import { DatabaseIsNewer } from './db/migrate.ts'

const program = new Command('samvirk')
  .description('The working room of a Danish police district and its municipalities')
  .helpCommand(false)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program.command('serve').description('Start the server').action(serve)
program.command('migrate').description('Bring the database up to date').action(migrateCommand)
program.command('check-config').description('Check the settings and say what is wrong').action(checkConfig)
program
  .command('demo')
  .description('Load the demonstration district into an empty embedded database')
  .action(demoCommand)
const audit = program.command('audit').description('The audit log')
audit.command('verify').description('Check that no entry of the log was changed, removed or put in').action(auditVerify)

const say = (text: string) => process.stderr.write(`${text}\n`)

const codeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (error instanceof CommandFault) {
    say(error.message)
    return error.exitCode
  }
  if (error instanceof BadSettings) {
    say(`The settings have ${String(error.faults.length)} fault${error.faults.length === 1 ? '' : 's'}:`)
    for (const fault of error.faults) say(`- ${fault}`)
    return exitCodes.usage
  }
  if (error instanceof DatabaseIsNewer) {
    say(`${error.message} Use the newer program, or restore an older backup.`)
    return exitCodes.databaseIsNewer
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exitCodes.failed
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = codeOf(error)
}
