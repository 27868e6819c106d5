/**
 * A key that sorts as Danish dictionaries do: a … z, æ, ø, å; "aa" as "å"; case and accents apart from that without weight.
 * Stored beside the name, because the embedded database has no Danish collation.
 */
export const sortKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('aa', 'å')
    .replaceAll(/[æä]/g, '{')
    .replaceAll(/[øö]/g, '|')
    .replaceAll('å', '}')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9{|}]+/g, ' ')
    .trim()

/** The part of an address made from a name: "Møder med Sct. Hans" becomes "moeder-med-sct-hans". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
    .replaceAll(/-+$/g, '') || 'forum'
