import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What is printed as an error is an error. A test that expects one looks at it and then clears it with `mockClear()`. */
export const printedErrors = vi.spyOn(console, 'error')

beforeEach(() => {
  printedErrors.mockClear()
})

afterEach(() => {
  const printed = printedErrors.mock.calls
  expect(printed, 'printed with console.error').toEqual([])
})
