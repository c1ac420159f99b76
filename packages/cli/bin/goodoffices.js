#!/usr/bin/env node
// Plain JavaScript, so that an old Node can say what it needs instead of failing on the syntax of what follows.
const needed = [24, 11]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > needed[0] || (major === needed[0] && minor >= needed[1])) {
  await import('../src/main.ts')
} else {
  console.error(
    `Good Offices needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a current version from https://nodejs.org, or run it with: npx -p node@24 -- goodoffices',
  )
  process.exitCode = 1
}
