import { View } from '../parts/View.js'
import { address, type Route } from '../route.js'

export function Unknown({ route }: { readonly route: Route }) {
  return (
    <View title="No such view" heading="No such view">
      <p class="nothing">There is no view called <bdi class="id">{route.view.slice(0, 100)}</bdi>. <a href={address('')}>Back to the overview</a></p>
    </View>
  )
}
