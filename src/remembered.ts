/** Asks once for each text what depends on nothing but the text. All answers are forgotten when there are too many, so that a long run does not grow. */
export function remembered<Answer>(ask: (text: string) => Answer, most = 20_000): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    if (most <= answers.size) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
