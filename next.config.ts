import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules and drivers stay outside the bundle; PDF libraries read their own data files.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'fontkit', 'pdf-lib'],
}

export default config
