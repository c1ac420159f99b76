/** Installs the service worker where there can be one: over https, or on this machine. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return
  // Refused, for instance in a private window: the app works as long as there is a connection.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
