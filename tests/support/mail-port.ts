/** Where the portal of the browser tests takes its letters; a test that waits for one listens there. */
export const mailPort = () => Number(process.env.BROWSER_TEST_PORT ?? '3190') + 2000
