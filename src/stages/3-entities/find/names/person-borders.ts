import { one, type BorderRule } from './border-rule.js'
import { wordAt } from './words.js'

/** "Lind's Roke": what somebody owns is no part of the name. */
export const owner: BorderRule = {
  name: 'owner-and-owned',
  example: 'It is (Person Lind ’s Roke) -> It is [Person Lind] ’s Roke again.',
  mend(name, _, sheet) {
    if (name.label !== 'Person') return
    for (let index = name.from + 1; index < name.to; index++) if (/^['’]s?$/.test(wordAt(sheet, index)) && (wordAt(sheet, index).length > 1 || /s$/.test(wordAt(sheet, index - 1)))) return one(name, { to: index })
    return
  }
}

const titles = /^(?:Amir|Emir|Sheikh|Shaikh|Sheikha|King|Queen|Prince|Princess|President|Minister|Premier|Chairman|Speaker|Senator|Justice|Judge|General|Colonel|Major|Captain|Brigadier|Admiral|Commander|Commissioner|Governor|Mayor|Ambassador|Professor|Secretary|Director|Chief|Sultan|Emperor|Deputy|Pastor|Bishop|Archbishop|Cardinal|Father|Sister|MP|MK|MEP|CEO|PM|SP|DG|DIG|IGP|ASI|Hon|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Rev|Sen|Rep|Gov|Mr|Mrs|Ms|H|HE|HH|E|\.)$/

/** Letters that are nobody's first name. */
const rank = /^(?:DG|DIG|IGP|ASI|ASP|DSP|SHO|MEP|CEO|CFO|PM|MK)$/

/** "Sheikh Ola bin Berg" is "Ola bin Berg"; "Pope Ola" keeps the only thing that says who is meant. */
export const title: BorderRule = {
  name: 'title-before',
  example: 'The (Person Amir Sheikh Ola Al Berg) -> The Amir Sheikh [Person Ola Al Berg] left.',
  mend(name, _, sheet) {
    if (name.label !== 'Person') return
    let from = name.from
    while (from < name.to - 2 && titles.test(wordAt(sheet, from)) && !(wordAt(sheet, from) === 'E' && from === name.from) && !(wordAt(sheet, from) === 'H' && wordAt(sheet, from + 1) !== 'E' && wordAt(sheet, from + 1) !== '.')) from++
    if (name.to - from < 2 || from === name.from) return
    return one(name, { from })
  }
}

/** "A. B. Lind". */
export const initials: BorderRule = {
  name: 'initials-before',
  example: 'It was A.B. (Person Lind) -> It was [Person A.B. Lind] again.',
  mend(name, _, sheet) {
    if (name.label !== 'Person') return
    let from = name.from
    while (/^(?:\p{Lu}\.)+$/u.test(wordAt(sheet, from - 1)) && sheet.sentenceOf[from - 1] === sheet.sentenceOf[name.from] && !/^U\.S\.|^[UE]\.[KNU]\./.test(wordAt(sheet, from - 1))) from--
    return from < name.from ? one(name, { from }) : undefined
  }
}

/** The second half of a name like "Ola Ber-gil", where a text sets words apart: not what "Berg-led" is. */
export const syllables: BorderRule = {
  name: 'second-syllable',
  example: 'It was (Person Ola Ber) - gil -> It was [Person Ola Ber - gil] again.',
  mend(name, _, sheet) {
    const [mark, next] = [sheet.tokens[name.to], sheet.tokens[name.to + 1]]
    if (name.label !== 'Person' || name.to - name.from < 2 || mark?.text !== '-' || !next || wordAt(sheet, name.to - 2) === '-' || sheet.sentenceOf[name.to + 1] !== sheet.sentenceOf[name.from]) return
    if (!/^\p{Ll}{1,6}$/u.test(next.text) || !/^(?:NN|FW|JJ)/.test(next.tag) || /ed$|^(?:era|born|led|run|style|like|backed|owned|held|only|free|type|made|aged|old)$/.test(next.text)) return
    // One dash closes what another opens: "Ola Berg - mayor - left".
    return wordAt(sheet, name.to + 2) === '-' ? undefined : one(name, { to: name.to + 2 })
  }
}
