/**
 * `Cache-Control` of what is the same for everybody: a cache in front holds it for a minute, and serves it for a day while it is
 * renewed or we are down.
 */
export const SHARED_CACHING = "public, s-maxage=60, stale-while-revalidate=86340, stale-if-error=86400";
