/** How the addresses of screens begin, but for the first. The service worker answers them, and leaves all others to the server. */
export const ownSegments = [
  'begin',
  'join',
  'recover',
  'device',
  'settings',
  'certificates',
  'offices',
  'statistics',
  'talks',
  'samples',
] as const
