import { ICON_PATHS } from './icon-paths'

/** All drawings once per page, in the root layout; `Icon` refers to them. */
export function IconSprite() {
  return (
    <svg className="sprite" aria-hidden="true">
      <defs>
        {Object.entries(ICON_PATHS).map(([name, path]) => (
          <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
            <path d={path} />
          </symbol>
        ))}
      </defs>
    </svg>
  )
}
