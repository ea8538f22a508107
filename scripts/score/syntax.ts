import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '../../src/reader/index.js'
import { treebank } from '../../training/syntax.js'
import type { Figure } from './figure.js'

/** Tag, head, relation and sentence starts on EWT dev: web text, the corpus's own words, the reader's own sentences. */
export async function scoreSyntax(corpora: string, reader: Reader): Promise<Figure[]> {
  const documents = treebank(readFileSync(join(corpora, 'syntax/ewt-dev.conllu'), 'utf8'))
  const count = { words: 0, tag: 0, head: 0, both: 0, starts: 0, found: 0, right: 0 }
  for (const { paragraphs, rows } of documents) {
    const readings = await reader.read(paragraphs)
    rows.forEach((gold, index) => {
      const read = readings[index]
      if (!read) throw new Error('the reader left a word out')
      const head = (read.head ?? index) === gold.head
      count.words++
      count.tag += Number(read.tag === gold.tag)
      count.head += Number(head)
      count.both += Number(head && read.relation === gold.relation)
      count.starts += Number(gold.starts)
      count.found += Number(read.starts)
      count.right += Number(gold.starts && read.starts)
    })
  }
  const share = (part: number) => (100 * part) / count.words
  return [
    { measure: 'part of speech', file: 'ewt-dev', value: share(count.tag), beside: 'prototype 95.5 · linear 94.8' },
    { measure: 'head (UAS), own sentences', file: 'ewt-dev', value: share(count.head), beside: 'prototype 88.9 with the corpus’s sentences · linear 84.6' },
    { measure: 'head and relation (LAS), own sentences', file: 'ewt-dev', value: share(count.both), beside: 'prototype 85.8 with the corpus’s sentences · linear 81.1' },
    { measure: 'sentence starts, F1', file: 'ewt-dev', value: (200 * count.right) / (count.starts + count.found), beside: 'prototype 92.8 · wink-nlp 82.7' }
  ]
}
