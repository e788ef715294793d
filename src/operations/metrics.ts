import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is counted while the bot runs, in Prometheus's text format. */
export interface Metrics {
  answered(outcome: string, mode: string, seconds: number): void
  /** An update was dealt with, sending included. */
  handled(seconds: number): void
  fault(code: string): void
  text(): Promise<string>
  readonly contentType: string
}

export interface Gauges {
  /** Updates taken in and not yet dealt with. */
  waiting: () => number
}

/** From a word looked up to a model that thinks, in seconds. */
const ANSWER_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30]

export function createMetrics({ waiting }: Gauges): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'qingwen_answers_total',
    help: 'Questions answered, by outcome and by who worded the answer',
    labelNames: ['outcome', 'mode'],
    registers,
  })
  const answerSeconds = new Histogram({
    name: 'qingwen_answer_seconds',
    help: 'Finding and wording an answer, without sending it',
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const updateSeconds = new Histogram({
    name: 'qingwen_update_seconds',
    help: 'Dealing with an update, sending included',
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const faults = new Counter({
    name: 'qingwen_faults_total',
    help: 'Faults by code',
    labelNames: ['code'],
    registers,
  })
  new Gauge({
    name: 'qingwen_updates_waiting',
    help: 'Updates taken in and not yet dealt with',
    registers,
    collect() {
      this.set(waiting())
    },
  })
  return {
    answered(outcome, mode, seconds) {
      answers.inc({ outcome, mode })
      answerSeconds.observe(seconds)
    },
    handled: (seconds) => updateSeconds.observe(seconds),
    fault: (code) => faults.inc({ code }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
