/**
 * Every match of a global pattern, like `matchAll` but with the pattern itself: `matchAll` makes a copy of it for each text,
 * which costs more than most searches. For patterns that match at least one character.
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) found.push(m)
  return found
}
