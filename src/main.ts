import { Command, CommanderError, Option } from 'commander'
import { exitCodes } from './commands/exit-codes.ts'
import { CommandFault } from './commands/fault.ts'
import { grantedRoles } from './people/permissions.ts'
import { BadSettings } from './config.ts'
import { DatabaseIsNewer } from './db/migrate.ts'

/** A command is loaded when it is called, so that each starts as quickly as it can. */
const later =
  <Given extends unknown[]>(load: () => Promise<(...given: Given) => unknown>) =>
  async (...given: Given): Promise<void> => {
    const command = await load()
    await command(...given)
  }

const program = new Command('samvirk')
  .description('The working room of a Danish police district and its municipalities')
  .helpCommand(false)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program
  .command('serve')
  .description('Start the server')
  .action(later(async () => (await import('./commands/serve.ts')).serve))
program
  .command('migrate')
  .description('Bring the database up to date')
  .action(later(async () => (await import('./commands/migrate.ts')).migrateCommand))
program
  .command('check-config')
  .description('Check the settings and say what is wrong')
  .action(later(async () => (await import('./commands/check-config.ts')).checkConfig))
program
  .command('demo')
  .description('Load the demonstration district into an empty embedded database')
  .action(later(async () => (await import('./commands/demo.ts')).demoCommand))
program
  .command('import-annex')
  .description('Read an annex (txt, docx, pdf or json); without an option it waits for review on the web')
  .argument('<file>', 'the annex')
  .option('--district <id>', 'short name of the district, such as mvsj')
  .option('--dry-run', 'print the proposal as JSON and store nothing')
  .addOption(new Option('--accept <which>', 'store the fora that were read without doubt').choices(['confident']))
  .addOption(
    new Option('--per-municipality <how>', 'take a body that every municipality has as one forum, or one for each')
      .choices(['ask', 'one', 'each'])
      .default('ask'),
  )
  .action(later(async () => (await import('./commands/import-annex.ts')).importAnnex))
program
  .command('export-annex')
  .description('Write the annex of a year to a file')
  .option('--year <year>', 'the year; this year when left out')
  .addOption(
    new Option('--format <format>', 'form of the file')
      .choices(['html', 'pdf', 'docx', 'csv', 'json'])
      .makeOptionMandatory(),
  )
  .requiredOption('--out <file>', 'where to write it')
  .option('--district <id>', 'short name of the district, such as mvsj')
  .action(later(async () => (await import('./commands/export-annex.ts')).exportAnnex))
const audit = program.command('audit').description('The audit log')
audit
  .command('verify')
  .description('Check that no entry of the log was changed, removed or put in')
  .action(later(async () => (await import('./commands/audit.ts')).auditVerify))

program
  .command('backup <file>')
  .description('Write the whole database to one file')
  .addHelpText(
    'after',
    `
The file holds every row: the register and its history, the log, stored files, accounts and sessions. On the embedded
database it holds the secret as well, so that second factors keep working. Keep it as safe as the database; only its
owner can read it (mode 600). Where the secret is set in AUTH_SECRET, keep that too: it is not in the file.
Stop the server first on the embedded database. With DATABASE_URL it may run on.`,
  )
  .action(later(async () => (await import('./commands/backup.ts')).backupCommand))
program
  .command('restore <file>')
  .description('Put a backup into an empty database')
  .addHelpText(
    'after',
    `
The file is checked from end to end before anything is opened. All of it is stored or nothing. The program must be at
the same migration as the one that made the backup.
Exit codes: 3 the file cannot be used, 6 it is of another version, 7 the database is not empty.`,
  )
  .action(later(async () => (await import('./commands/restore.ts')).restoreCommand))
const user = program.command('user').description('Accounts and their roles')
user
  .command('add')
  .description('Make an account, or give one that exists another role')
  .requiredOption('--email <address>', 'what the person signs in with')
  .requiredOption('--name <name>', 'what others see')
  .requiredOption('--role <role>', `one of ${grantedRoles.join(', ')}`)
  .option('--municipality <name>', 'name or code; for municipalCoordinator')
  .option('--district <district>', 'its short name, such as mvsj; may be left out when only one is in use')
  .option('--password-stdin', 'read the password from standard input instead of making one')
  .addHelpText(
    'after',
    `
There are no default accounts. The first administrator:
  samvirk user add --email anna@politi.example --name "Anna Eksempel" --role administrator --district mvsj
This takes the district into use and prints a password once.`,
  )
  .action(later(async () => (await import('./commands/user.ts')).userAddCommand))
user
  .command('list')
  .description('Every account with its roles')
  .action(later(async () => (await import('./commands/user.ts')).userListCommand))
user
  .command('disable <email>')
  .description('Close an account and end its sessions')
  .action(later(async () => (await import('./commands/user.ts')).userDisableCommand))

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
