import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A decision scanned as PDF, or a hand-over package, travels as base64 text; each action says how long its input may be.
  // Lists (80 MB) and papers (20 MB) come as plain bytes; what goes through `proxy.ts` would be cut off at 10 MB, without a word.
  experimental: { serverActions: { bodySizeLimit: '18mb' }, proxyClientMaxBodySize: '82mb' },
  // Native modules and drivers stay outside the bundle; PDF libraries read their own data files.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'fontkit', 'pdf-lib'],
}

export default config
