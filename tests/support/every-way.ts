/** Imported before anything that reads the environment: every way of signing is open, and the portal has an address. */
process.env.SIGNING_WAYS = 'vgca,remote,keyFile,upload'
process.env.PORTAL_URL = 'https://ho-so.test'
process.env.REMOTE_SIGNING_NAME = 'Dịch vụ thử'
process.env.REMOTE_SIGNING_URL = 'http://127.0.0.1:9'
process.env.REMOTE_SIGNING_CLIENT_ID = 'cong-ho-so'
process.env.REMOTE_SIGNING_SECRET = 'env:REMOTE_SIGNING_TEST_SECRET'
process.env.REMOTE_SIGNING_TEST_SECRET = 'bi-mat'
