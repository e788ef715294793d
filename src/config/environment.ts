import * as z from 'zod'

/*
 * The variables the program knows, each with what a right value looks like. The description ends the sentence
 * “<NAME> 的值不对,应为…”. Secrets are marked, so that no message shows them.
 */

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const text = () => z.string()
const webAddress = (what: string) => z.url({ protocol: /^https?$/, error: what })
const wholeNumber = (least: number, most: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, what)
    .transform(Number)
    .refine((value) => value >= least && value <= most, what)

const SWITCH = { '1': true, true: true, on: true, yes: true, '0': false, false: false, off: false, no: false } as const
const onOrOff = (what: string) =>
  z
    .string()
    .toLowerCase()
    .refine((value): value is keyof typeof SWITCH => Object.hasOwn(SWITCH, value), what)
    .transform((value) => SWITCH[value])

const idList = (what: string) =>
  z
    .string()
    .regex(/^\s*-?\d+(\s*[,,]\s*-?\d+)*\s*$/, what)
    .transform((value) => value.split(/[,,]/).map(Number))

/** What may stand in a header or a JSON field without trouble. */
const printable = (what: string) => z.string().regex(/^[\x21-\x7e]+$/, what)

const prices = (what: string) =>
  z
    .string()
    .regex(/^\d+(?:\.\d+)?\s*[,,]\s*\d+(?:\.\d+)?$/, what)
    .transform((value) => {
      const [prompt, completion] = value.split(/[,,]/).map(Number)
      return { prompt: prompt!, completion: completion! }
    })

/** Every variable is optional: without any, the program answers from corpus/ without a key and without the network. */
export const environmentSchema = z.object({
  CORPUS_DIR: text().optional(),
  INDEX_DIR: text().optional(),
  DATA_DIR: text().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{5,}$/, '@BotFather 给的令牌,形如 123456:ABC-DEF')
    .optional(),
  TELEGRAM_API_ROOT: webAddress('http:// 或 https:// 开头的地址').optional(),
  TELEGRAM_ADMIN_IDS: idList('用逗号隔开的数字编号,如 123,456').optional(),
  BROADCAST_CHAT_IDS: idList('用逗号隔开的数字编号,群组以负号开头,如 -100123,456').optional(),
  LIMIT_PER_MINUTE: wholeNumber(1, 1e6, '1到1000000的整数').optional(),
  LIMIT_TOTAL_PER_MINUTE: wholeNumber(1, 1e6, '1到1000000的整数').optional(),
  WEBHOOK_URL: z.url({ protocol: /^https$/, error: 'https:// 开头的地址' }).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, '1到256个字母、数字、下划线或连字符')
    .optional(),
  PORT: wholeNumber(1, 65535, '1到65535的整数').optional(),
  HOST: text().optional(),
  OPENAI_API_KEY: printable('一行不含空格的密钥').optional(),
  OPENAI_BASE_URL: webAddress('http:// 或 https:// 开头的地址').optional(),
  OPENAI_MODEL: printable('不含空格的模型名').optional(),
  OPENAI_EMBEDDING_MODEL: printable('不含空格的模型名').optional(),
  LLM_TIMEOUT_MS: wholeNumber(1, 600_000, '1到600000的整数(毫秒)').optional(),
  LLM_DAILY_TOKENS: wholeNumber(0, 1e15, '不小于0的整数').optional(),
  LLM_REDACT: onOrOff('true 或 false').optional(),
  LLM_PRICE: prices('用逗号隔开的两个数(每百万 token 输入、输出各多少元),如 2,8').optional(),
  EMBEDDING_MODEL: text().optional(),
  EMBEDDING_HOST: webAddress('http:// 或 https:// 开头的地址').optional(),
  EMBEDDING_PATH: text().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'postgres:// 开头的地址' }).optional(),
  RETENTION_DAYS: wholeNumber(1, 3650, '1到3650的整数(天)').optional(),
  ID_KEY: z
    .string()
    .regex(/^[\da-f]{64,}$/i, '64个以上的十六进制字符,如 openssl rand -hex 32 的输出')
    .optional(),
  STAFF_TOKEN: text().optional(),
  LOG_PERSONAL: onOrOff('true 或 false').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `${LOG_LEVELS.join('、')} 之一`).optional(),
})

export type Environment = z.output<typeof environmentSchema>

/** Variables whose value appears in no message. */
export const SECRETS: ReadonlySet<string> = new Set<keyof Environment>([
  'TELEGRAM_BOT_TOKEN',
  'WEBHOOK_SECRET',
  'OPENAI_API_KEY',
  'DATABASE_URL',
  'ID_KEY',
  'STAFF_TOKEN',
])
