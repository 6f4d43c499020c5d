/** Imported before anything that reads the environment: every way of signing is open, and the portal has an address. */
process.env.SIGNING_WAYS = 'vgca,remote,keyFile,upload'
process.env.PORTAL_URL = 'https://ho-so.test'
