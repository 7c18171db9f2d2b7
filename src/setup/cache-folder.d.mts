/** Where everything is kept that can be made again; `SALJVERKSTAD_CACHE` names another folder beside the usual one. */
export function cacheFolder(root: string, env?: Readonly<Record<string, string | undefined>>): string
