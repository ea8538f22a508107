/** Something that the person at the keyboard can mend. The message says where, what, and what to do next.
 *  Only `cli.ts` catches it; every other error is a bug and keeps its stack. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** A fact that the code relies on. It fails only through a bug, so it is no `UserError`. */
export function assert(fact: unknown, message: string): asserts fact {
  if (!fact) throw new Error(message)
}
