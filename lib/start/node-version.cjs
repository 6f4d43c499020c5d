// Plain old JavaScript: it must run on the Node it turns away.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The portal needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
  process.exit(1)
}
