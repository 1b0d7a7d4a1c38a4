/** Works through jobs side by side, those of one subject one after the other and in turn. */
export async function inLanes<Job>(
  jobs: Job[],
  { lanes, subjectOf, run }: Lanes<Job>
): Promise<void> {
  const subjects = new Map<string, Job[]>()
  for (const job of jobs) {
    const subject = subjectOf(job)
    subjects.set(subject, [...(subjects.get(subject) ?? []), job])
  }
  const waiting = [...subjects.values()]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const job of next) await run(job)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

interface Lanes<Job> {
  /** How many jobs are done at the same time. */
  lanes: number
  subjectOf: (job: Job) => string
  run: (job: Job) => Promise<void>
}
