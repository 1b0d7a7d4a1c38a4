/** How long a due order may wait until something is wrong: no worker runs, or Walmart does not answer. */
export const LATE_QUEUE_SECONDS = 300

/** How long no worker may have looked at an account; one does every few seconds. */
export const LATE_WORKER_SECONDS = 120
