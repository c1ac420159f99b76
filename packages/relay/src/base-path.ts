/** REL-133: the path behind what stands before every path; one without it is none of the API's. A probe on the port itself asks without. */
export function pathWithin(url: string, basePath: string): string {
  const { pathname } = new URL(url)
  if (pathname.startsWith(`${basePath}/`)) return pathname.slice(basePath.length)
  return /^\/(health|ready)z$/.test(pathname) ? pathname : '/v1/*'
}
