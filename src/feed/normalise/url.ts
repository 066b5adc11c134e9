const TRACKING = /^(?:utm_.*|gclid|fbclid|msclkid|mc_eid|ref|referrer|source|from|sid|sessionid|trk|tracking.*)$/i

/** A http(s) address without tracking parameters and fragment; null when it is none. */
export function cleanUrl (raw: string | null): string | null {
  if (raw === null || raw.length > 2_048) return null
  try {
    const url = new URL(raw)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    url.hash = ''
    url.username = ''
    url.password = ''
    const tracking = Array.from(url.searchParams.keys(), name => name).filter(name => TRACKING.test(name))
    for (const name of tracking) url.searchParams.delete(name)
    url.searchParams.sort()
    return url.href
  } catch {
    return null
  }
}
