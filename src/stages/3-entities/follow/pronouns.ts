import type { Gender } from '../../2-speakers/gender.js'
import { genderOfPronoun, mentionOf, personOf, type Mention } from '../../2-speakers/mentions.js'
import type { Scene } from '../scene.js'
import type { Source, Voices } from './voices.js'

/** Nobody is both "he" and "she": of the two the rarer are taken back, or all where neither prevails. What the speakers layer says stays. */
function settleGender({ scene, draftOf }: Voices): void {
  for (const { mentions } of draftOf.values()) {
    const genders = mentions.map(({ from, form }) => (form === 'name' || form === 'noun' ? null : genderOfPronoun(from, scene)))
    const male = genders.filter((gender) => gender === 'm').length
    const female = genders.filter((gender) => gender === 'f').length
    if (!male || !female) continue
    const wrong = male >= 2 * female ? ['f'] : female >= 2 * male ? ['m'] : ['m', 'f']
    const kept = mentions.filter(({ rule }, index) => !wrong.includes(genders[index] ?? '') || rule.endsWith('layer says'))
    mentions.splice(0, mentions.length, ...kept)
  }
}

/** How many mentions back a pronoun may reach; keeps the walk linear. */
const memory = 60

/** "he", "him", "his", "she" … by the rules that the speakers stage follows sources with. Goes through the article once. */
export function followPronouns({ tree }: Scene, voices: Voices): void {
  const { scene, draftOf, personOf: numberOf, sources } = voices
  const before: Mention[] = []
  /** What earlier pronouns have shown of people whose names say nothing. */
  const learned = new Map<number, Gender>()
  const genderOf = (person: number): Gender | null => scene.people[person]?.gender ?? learned.get(person) ?? null
  const atSource = new Map(sources.filter(({ how }) => how === 'pronoun').map((source) => [source.from, source]))
  const roles = new Map([...voices.draftAt].map(([index, draft]) => [index, draft]))
  let next = 0
  let last: Source | null = null
  tree.tokens.forEach((token, index) => {
    while (next < sources.length && (sources[next]?.from ?? 0) < index) last = sources[next++] ?? last
    const name = scene.nameAt.get(index)
    if (name?.from === index && name.person !== null) before.push(mentionOf(name, name.person, scene))
    else if (name === undefined && roles.get(index)?.mentions.some(({ from, form }) => from === index && form === 'noun')) {
      const role = roles.get(index)
      const number = role && numberOf.get(role)
      const range = role?.mentions.find(({ from }) => from === index)
      if (number !== undefined && range) before.push(mentionOf(range, number, scene))
    }
    const gender = genderOfPronoun(index, scene)
    if (gender === null) return
    const form = token.tag === 'PRP$' || /^(?:his|hers|its|their)$/i.test(token.text) ? 'possessive' : 'pronoun'
    const decided = atSource.get(index)
    if (decided && decided.to - decided.from <= 2) {
      decided.draft?.mentions.push({ from: index, to: index + 1, form, rule: 'pronoun, as the speakers layer says', confidence: 0.85 })
      const number = decided.draft && numberOf.get(decided.draft)
      if (number !== undefined && number !== null && !learned.has(number)) learned.set(number, gender)
      if (number !== undefined && number !== null) before.push(mentionOf({ from: index, to: index + 1 }, number, scene))
      return
    }
    const quoted = scene.quoted(index)
    const speaker = last?.draft && !quoted && (tree.paragraphOf[index] ?? 0) - last.paragraph <= 1 ? (numberOf.get(last.draft) ?? null) : null
    const clause = form === 'pronoun' && /^(?:obj|iobj|obl)/.test(token.relation) ? token.head : null
    const near = before.slice(-memory).filter((mention) => mention.quoted === quoted && !isSubjectOf(mention, clause))
    const answer = personOf({ index, gender, before: near, scene, speaker, genderOf })
    if (answer.person === null) return
    if (!learned.has(answer.person)) learned.set(answer.person, gender)
    const draft = draftOf.get(answer.person)
    draft?.mentions.push({ from: index, to: index + 1, form, rule: `pronoun, ${answer.rule.name}`, confidence: 0.75 })
    if (/^nsubj/.test(token.relation) && form === 'pronoun') before.push(mentionOf({ from: index, to: index + 1 }, answer.person, scene))
  })

  settleGender(voices)

  /** "Ada told him": he is not Ada. */
  function isSubjectOf({ from, to }: Mention, verb: number | null): boolean {
    if (verb === null) return false
    for (let index = from; index < to; index++) if (/^nsubj/.test(tree.tokens[index]?.relation ?? '') && tree.tokens[index]?.head === verb) return true
    return false
  }
}
