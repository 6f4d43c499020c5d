/**
 * The page to go back to after signing in: a path of ours, or the home page.
 * `//host` and `/\host` are other people's houses to a browser.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(wanted)) return '/'
  return /^\/(sign-in|forgot-password|reset-password|unlock|api)(\/|\?|$)/.test(wanted) ? '/' : wanted
}
