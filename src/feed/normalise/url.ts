import { createHash } from 'node:crypto'

const TRACKING = /^(?:utm_.*|gclid|fbclid|msclkid|mc_eid|ref|referrer|source|from|sid|sessionid|trk|tracking.*)$/i

const MAX = 2_048

/** A http(s) address without tracking parameters and fragment; null when it is none. */
export function cleanUrl(raw: string | null): string | null {
  if (raw === null || raw.length > MAX) return null
  try {
    const url = new URL(raw)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    url.hash = ''
    url.username = ''
    url.password = ''
    const tracking = Array.from(url.searchParams.keys(), name => name).filter(name => TRACKING.test(name))
    for (const name of tracking) url.searchParams.delete(name)
    url.searchParams.sort()
    // Writing other letters as %XX may have made it too long.
    return url.href.length > MAX ? null : url.href
  } catch {
    return null
  }
}

/** The id of a row that has none: its clean address, or the hash of one that is longer than an id may be (`feeds.md` 6). */
export const urlId = (url: string | null): string | null => (url === null || url.length <= 200 ? url : createHash('sha256').update(url).digest('base64url'))
