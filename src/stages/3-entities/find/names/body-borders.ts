import { one, type BorderRule } from './border-rule.js'
import { headKinds, headOf, isNameWord, isUpper, wordAt } from './words.js'

/** "Central Bank of Gont": one body. "the leader of Gont" is none. */
export const bodyOfPlace: BorderRule = {
  name: 'body-of-a-place',
  example: 'The (Organization Central Bank) of (Location Gont) -> The [Organization Central Bank of Gont] closed.',
  mend(name, next, sheet) {
    if (name.label !== 'Organization') return
    const of = wordAt(sheet, name.to - 1) === 'of' ? name.to - 1 : name.to
    if (wordAt(sheet, of) !== 'of' || headKinds(sheet.lexicon).get(wordAt(sheet, of - 1)) !== 'Organization') return
    const start = wordAt(sheet, of + 1) === 'the' ? of + 2 : of + 1
    if (!next || next.from !== start || !/^(?:Location|NORP|Organization|Person)$/.test(next.label) || sheet.sentenceOf[next.from] !== sheet.sentenceOf[name.from]) return
    return { names: [{ ...name, to: next.to, sure: Math.min(name.sure, next.sure) }], used: 1 }
  }
}

/** "Council for Journalism", "National Fund for the Promotion of Tourism": of such names hardly any ends before its "for". */
export const bodyForPurpose: BorderRule = {
  name: 'body-for-a-purpose',
  example: 'The (Organization Roke Council) for Journalism -> The [Organization Roke Council for Journalism] met.',
  mend(name, next, sheet) {
    const start = /^the$/i.test(wordAt(sheet, name.to + 1)) ? name.to + 2 : name.to + 1
    if (name.label !== 'Organization' || wordAt(sheet, name.to) !== 'for' || headKinds(sheet.lexicon).get(wordAt(sheet, name.to - 1)) !== 'Organization') return
    const goesIn = next?.from === start && /^(?:Organization|Misc|NORP)$/.test(next.label)
    let to = goesIn ? next.to : start
    if (!goesIn && start < (next?.from ?? Infinity)) while (to < (next?.from ?? Infinity) && isNameWord(sheet, to, name.from)) to++
    // "and Trade", "of Tourism": as long as capitals follow.
    while (!goesIn && to > start && /^(?:and|of)$/.test(wordAt(sheet, to)) && to + 1 < (next?.from ?? Infinity) && isNameWord(sheet, to + 1, name.from)) to += 2
    return to > start && sheet.sentenceOf[to - 1] === sheet.sentenceOf[name.from] ? { names: [{ ...name, to }], used: goesIn ? 1 : 0 } : undefined
  }
}

/** "the Faculty of Law at Gont University" is a body at another; "the Gont Society in Roke" is a body in a place. */
export const atAnother: BorderRule = {
  name: 'body-at-another',
  example: 'The (Organization School of Law at Gont University) -> The [Organization School of Law] at [Organization Gont University] is old.',
  mend(name, _, sheet) {
    if (name.label !== 'Organization') return
    for (let index = name.from + 1; index < name.to - 1; index++) {
      const word = wordAt(sheet, index)
      if (word !== 'at' && word !== 'in') continue
      const start = wordAt(sheet, index + 1) === 'the' ? index + 2 : index + 1
      const rest = sheet.tokens.slice(start, name.to)
      if (start >= name.to || !rest.every(({ text }) => isUpper(text) || (word === 'at' && /^(?:of|and|for|the|['’]s?|-)$/.test(text)))) return
      if (word === 'in' && name.to - start > 2) return
      const second = headKinds(sheet.lexicon).get(headOf(sheet, { from: start, to: name.to })) ?? (word === 'in' ? 'Location' : 'Organization')
      return { names: [{ ...name, to: index }, { ...name, from: start, label: second }] }
    }
    return
  }
}

const newspaper = /^(?:Times|Post|Star|Herald|Guardian|Journal|Tribune|News|Telegraph|Economist|Mail|Independent|Observer|Standard|Citizen|Globe|Shimbun|Daily|Chronicle|Gazette|Register|Sun|Nation|Hindu|Diplomat|Intercept|Australian|Mirror|Atlantic|Monitor|Courier|Dispatch|Examiner|Inquirer|Ledger|Sentinel|Scotsman|Wire|Express|Review|Hill)$/

/** In the middle of a sentence a newspaper's "The" is capital because it is part of the name. */
export const capitalArticle: BorderRule = {
  name: 'article-of-the-name',
  example: 'He told The (Organization Gont Times) -> He told [Organization The Gont Times] on Monday.',
  mend(name, _, sheet) {
    const before = name.from - 2
    if (name.label !== 'Organization' || wordAt(sheet, name.from - 1) !== 'The' || !newspaper.test(wordAt(sheet, name.to - 1)) || sheet.sentenceOf[before] !== sheet.sentenceOf[name.from]) return
    return /^(?:\p{Ll}+|,)$/u.test(wordAt(sheet, before)) ? one(name, { from: name.from - 1 }) : undefined
  }
}

/** "Lind, Inc." */
export const legalForm: BorderRule = {
  name: 'legal-form',
  example: 'It belongs to (Organization Lind) , Inc. -> It belongs to [Organization Lind , Inc.] of Roke.',
  mend(name, next, sheet) {
    if (name.label !== 'Organization' || wordAt(sheet, name.to) !== ',' || !/^(?:Inc|Ltd|LLC|L\.L\.C|Corp|PLC|LLP|S\.A)\.?$/.test(wordAt(sheet, name.to + 1))) return
    const to = name.to + 2
    return { names: [{ ...name, to }], used: next && next.from < to ? 1 : 0 }
  }
}
