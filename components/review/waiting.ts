/** Somebody in the queue, in the words of the page. */
export type Waiting = {
  submissionId: string
  name: string
  unitName: string
  /** How long it waits: `2 giờ`, `hôm qua`, `20/11`. */
  since: string
  /** `5 trường`, `3 trường, gửi lại lần 2`. */
  says: string
}
