const OUTER = 'M0 0C-44 -61 -40 -126 0 -180C40 -126 44 -61 0 0Z'
const NEXT = 'M0 0C-44 -76 -40 -157 0 -224C40 -157 44 -76 0 0Z'
const INNER = 'M0 0C-52 -89 -48 -183 0 -262C48 -183 52 -89 0 0Z'
const NEAR = 'M0 0C-52 -97 -48 -199 0 -284C48 -199 52 -97 0 0Z'
const PETALS = [
  { path: OUTER, angle: 78, fill: '#0b4450', line: '#4c838c' },
  { path: NEXT, angle: 58, fill: '#0b4450', line: '#4c838c' },
  { path: INNER, angle: 36, fill: '#0d4b58', line: '#6ba0a8' },
  { path: NEAR, angle: 16, fill: '#0d4b58', line: '#6ba0a8' },
]
const WAVES = [
  { y: 456, height: 8 },
  { y: 472, height: 10 },
  { y: 490, height: 12 },
  { y: 510, height: 14 },
  { y: 532, height: 16 },
]

/** The lotus over the river, on the page of signing in and nowhere else. */
export function Lotus() {
  return (
    <svg className="art" viewBox="0 0 720 560" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <g transform="translate(452 452) scale(1.12)" strokeWidth="1.4" strokeLinejoin="round">
        {PETALS.flatMap(({ path, angle, fill, line }) =>
          [-angle, angle].map((turn) => (
            <path key={turn} transform={`rotate(${turn})`} d={path} fill={fill} stroke={line} />
          )),
        )}
        <path d="M0 0C-58 -99 -53 -203 0 -290C53 -203 58 -99 0 0Z" fill="#115664" stroke="#e0a9bf" />
        <path
          d="M0-20V-250M-16-40C-26-110-22-170-6-226M16-40C26-110 22-170 6-226"
          fill="none"
          stroke="#e0a9bf"
          strokeOpacity=".35"
        />
      </g>
      <g fill="none" stroke="#2f6a75" strokeWidth="1.4">
        {WAVES.map(({ y, height }) => (
          <path key={y} d={`M-20 ${y}${`q25 -${height} 50 0t50 0`.repeat(8)}`} />
        ))}
      </g>
    </svg>
  )
}
