import { Component, h, type FunctionComponent } from 'preact'

/** Draws again only when a property is another one. */
export function memo<Properties extends object>(Inner: FunctionComponent<Properties>): FunctionComponent<Properties> {
  return class extends Component<Properties> {
    override shouldComponentUpdate(next: Properties): boolean {
      const before = this.props as Record<string, unknown>
      return Object.entries(next).some(([key, value]) => before[key] !== value)
    }

    override render() {
      return h(Inner as FunctionComponent<object>, this.props)
    }
  } as unknown as FunctionComponent<Properties>
}
