/** A district's short name, first in every address and every key: `mvsj`. */
export type DistrictId = string & { readonly districtId: unique symbol }

export const districtId = (text: string): DistrictId => {
  if (!isDistrictId(text)) throw new RangeError(`No district id: ${text}`)
  return text
}

export const isDistrictId = (text: string): text is DistrictId => /^[a-z][a-z0-9-]{1,30}$/.test(text)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID. Anything else in an address names nothing. */
export const isUuid = (text: string): boolean => uuid.test(text)
