import { UserError } from '../error.js'

/** What the system calls a failure: "ENOENT". */
export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error))

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run again: what is done is kept',
  EDQUOT: 'your quota on this disk is used up; free some space and run again: what is done is kept',
  ENOENT: 'no folder can be made here; name another output folder: hearsay run CORPUS OUTPUT',
  EACCES: 'there is no permission to write here; change it, or name another output folder: hearsay run CORPUS OUTPUT',
  EPERM: 'there is no permission to write here; change it, or name another output folder: hearsay run CORPUS OUTPUT',
  EROFS: 'this disk cannot be written to; name another output folder: hearsay run CORPUS OUTPUT',
  ENOTDIR: 'a file stands where a folder has to; move it away, or name another output folder',
  EEXIST: 'a file stands where a folder has to; move it away, or name another output folder',
  EISDIR: 'a folder stands where a file has to; move it away, or name another output folder',
  ENOTEMPTY: 'a folder stands where a file has to; move it away, or name another output folder',
  EMFILE: 'too many files are open; run with fewer workers: --workers 1',
  ENFILE: 'too many files are open on this machine; run with fewer workers: --workers 1',
  EIO: 'the disk does not work as it should; look at its cables and its health'
}

/** A failed write (or reading of what is to be written again) as something that a person can mend; what is no such thing is thrown as it is. */
export function writeTrouble(path: string, error: unknown): unknown {
  const remedy = REMEDIES[codeOf(error)]
  return remedy === undefined ? error : new UserError(`${path} cannot be written: ${remedy}`)
}
