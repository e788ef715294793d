import OpenAI from 'openai'

/** A server that speaks as OpenAI's does. */
export interface OpenAiServer {
  /** Null for a local server that wants none. */
  apiKey: string | null
  /** Undefined: api.openai.com. */
  baseUrl: string | undefined
}

/** The client, telling the server nothing about this machine. Retries and logs are this program's own matter. */
export function openClient({ apiKey, baseUrl }: OpenAiServer): OpenAI {
  const about = ['Lang', 'Package-Version', 'OS', 'Arch', 'Runtime', 'Runtime-Version', 'Retry-Count', 'Timeout']
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: {
      ...Object.fromEntries(about.map((name) => [`X-Stainless-${name}`, null])),
      'User-Agent': 'qingwen',
    },
  })
}
