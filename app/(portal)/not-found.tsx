import { NothingHere } from '@/components/layout/nothing-here'

/** Within the frame, so that the other doors stay at hand. */
export default function NotFound() {
  return <NothingHere />
}
