import {
  IdentifierNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  SchemableIdentifierNode,
  type TableNode,
} from 'kysely'

/** Tables that keep their history; each has a view `…_as_of` with the same columns. */
export const versionedTables: ReadonlySet<string> = new Set([
  'people.organisation',
  'people.office',
  'people.person',
  'people.tenure',
  'fora.category',
  'fora.forum_group',
  'fora.forum',
  'fora.seat',
  'fora.interface',
  'fora.legal_reference',
  'fora.forum_legal_reference',
])

class AsOfTransformer extends OperationNodeTransformer {
  protected override transformTable(node: TableNode): TableNode {
    const schema = node.table.schema?.name
    const name = node.table.identifier.name
    if (schema === undefined || !versionedTables.has(`${schema}.${name}`)) return node
    return {
      ...node,
      table: SchemableIdentifierNode.createWithSchema(schema, IdentifierNode.create(`${name}_as_of`).name),
    }
  }
}

const transformer = new AsOfTransformer()

/**
 * Points every read of a versioned table to its view of a past moment. Columns must be named through an alias
 * (`from fora.forum as forum`), since the table's own name is no longer in the query.
 */
export const asOfPlugin: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
}
