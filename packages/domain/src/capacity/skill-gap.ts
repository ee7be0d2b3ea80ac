export type SkillWanted = { skillId: string; level: number }

/** What a task asks for that nobody on it has at that level; `best` is the highest level there is among them, 0 for none. */
export type SkillGap = SkillWanted & { best: number }

export function skillGaps(
  wanted: readonly SkillWanted[],
  people: readonly { skills: readonly SkillWanted[] }[],
): SkillGap[] {
  return wanted.flatMap(({ skillId, level }) => {
    const levels = people.flatMap(({ skills }) =>
      skills.filter((skill) => skill.skillId === skillId).map((skill) => skill.level),
    )
    const best = Math.max(0, ...levels)
    return best >= level ? [] : [{ skillId, level, best }]
  })
}
