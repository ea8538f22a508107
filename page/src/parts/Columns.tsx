/** The head of a table; a column of figures stands to the right. */
export function Columns({ of, figures = [] }: { readonly of: readonly string[]; readonly figures?: readonly string[] }) {
  return (
    <thead>
      <tr>{of.map((name) => <th key={name} scope="col" class={figures.includes(name) ? 'number' : undefined}>{name}</th>)}</tr>
    </thead>
  )
}
