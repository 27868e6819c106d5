import { readFileSync } from 'node:fs'

/** Memory that a process takes up, in bytes; 0 where the system does not tell. */
export const residentBytes = (pid: number | undefined): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1] ?? 0) * 4096
  } catch {
    return 0
  }
}
