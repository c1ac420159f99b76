/**
 * Node says once a process that parts of Web Crypto may still change. That is for us to follow, not for a person at a terminal;
 * every other warning is shown. Imported first, for its effect.
 */

const show = process.listeners('warning')
process.removeAllListeners('warning')
process.on('warning', warning => {
  if (warning.name !== 'ExperimentalWarning') for (const listener of show) listener(warning)
})
