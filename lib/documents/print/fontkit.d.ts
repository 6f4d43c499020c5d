// The package brings no types; pdf-lib knows what it needs of it.
declare module 'fontkit' {
  import type { Fontkit } from 'pdf-lib'
  export const create: Fontkit['create']
}
