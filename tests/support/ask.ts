import { type ListAsk, type ListSpec, readAsk } from '@/lib/domain/lists/list-spec'

/** A list as an address asks for it: `ask(PEOPLE_LIST, 'q=linh&sort=-missing')`. */
export const ask = <Key extends string, Filter extends string>(
  spec: ListSpec<Key, Filter>,
  query = '',
): ListAsk<Key, Filter> => readAsk(spec, Object.fromEntries(new URLSearchParams(query)))
