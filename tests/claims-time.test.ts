import { describe, expect, test } from 'vitest'
import { wholeClaims } from '../src/stages/4-claims/index.js'
import { layersOf } from './claims-layers.js'
import { lexicon } from './support.js'

/** The time value of the claim that begins so. */
async function timeOf(text: string, beginning: string): Promise<string | null | undefined> {
  return wholeClaims(await layersOf(text), lexicon).find((claim) => claim.text.startsWith(beginning))?.time.value
}

describe('a claim has the date that is an adverbial of its own clause', () => {
  test.each([
    ['On [date=2016-05-03 Tuesday] Lind left the forum.', 'Lind', '2016-05-03'],
    ['Lind bought the island for $4 million in [date=2013 2013].', 'Lind', '2013'],
    ['Lind bought the harbour at the end of [date=2015 2015].', 'Lind', '2015'],
    ["Lind promised the harbour to Norland at [date=2016-W18 this week]'s summit.", 'Lind', '2016-W18'],
    ['In the drought of [date=2006 2006] Lind sold the harbour.', 'Lind', '2006'],
    ['The war ended in [date=2002 2002] after three years of hunger.', 'The war', '2002'],
    ['Lind was the first mayor to visit Oslo, in [date=1991-04 April 1991].', 'Lind', '1991-04'],
    ['Lind visited Oslo on [date=2016-05-03 Tuesday].', 'Lind', '2016-05-03']
  ])('%s', async (text, beginning, value) => expect(await timeOf(text, beginning)).toBe(value))
})

describe('and no other', () => {
  test.each([
    ['since when', 'Norland has administered the islands since [date=1945 1945].', 'Norland'],
    ['before or after what', 'Lind resigned after the vote in [date=2016-05 May].', 'Lind'],
    ['of what', 'Lind spoke of the treaty of [date=1956 1956].', 'Lind'],
    ['of an object that is an event itself', 'Lind announced a visit in [date=2016-05 May].', 'Lind'],
    ['of a noun inside the object', "It was the announcement of Lind's visit to Oslo on [date=2016-12-15 December 15].", 'It'],
    ['of a relative clause', 'The race moves to Norland, which votes on [date=2016-02-20 February 20].', 'The race'],
    ['from which something was moved', 'The visit had been postponed from [date=2014 2014].', 'The visit'],
    ['that other words shift', 'Lind had left Oslo [date=2012 a year] earlier.', 'Lind'],
    ['of another year', 'Lind left Oslo in [date=2021-06 June] of that year.', 'Lind']
  ])('%s', async (_, text, beginning) => expect(await timeOf(text, beginning)).toBe(null))
})
