/** The address of something below the base: "2016/a b.txt" → "hearsay:2016/a%20b.txt". Nothing in a name can end the path or leave it. */
export const addressOf = (base: string, path: string): string => base + path.split('/').map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length))).join('/')
