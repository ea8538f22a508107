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

const titles = /^(?:Amir|Emir|Sheikh|Shaikh|Sheikha|King|Queen|Prince|Princess|President|Minister|Premier|Chairman|Speaker|Senator|Justice|Judge|General|Colonel|Major|Captain|Brigadier|Admiral|Commander|Commissioner|Governor|Mayor|Ambassador|Professor|Secretary|Director|Chief|Sultan|Emperor|Deputy|Pastor|Bishop|Archbishop|Cardinal|Father|Sister|MP|MK|MEP|CEO|PM|SP|DIG|IGP|ASI|Hon|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Rev|Sen|Rep|Gov|Mr|Mrs|Ms|H|HE|HH|E|\.)$/

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
