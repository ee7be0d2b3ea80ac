import type { CurveBin, ForecastDate } from './distribution-of-dates'

/** What drives the risk. */
export type TaskRisk = {
  uid: number
  /** The share of runs in which the task is on a critical path, 0 to 1: the criticality index. */
  criticality: number
  /** Working minutes of what is left. */
  meanMinutes: number
  sdMinutes: number
  /**
   * The schedule sensitivity index (PMI, PMBOK Guide): criticality × the task's standard deviation ÷ the project's.
   * How much of the finish's spread the task brings in; the tasks are sorted by it.
   */
  sensitivity: number
  /** Correlation of the task's duration with the finish, −1 to 1: cruciality (Williams, 1992). */
  cruciality: number
}

export type Forecast = {
  iterations: number
  seed: number
  finish: ForecastDate
  /** Of the finish, for a picture. */
  curve: CurveBin[]
  milestones: ({ uid: number } & ForecastDate)[]
  /** Every open task with its risk, the strongest driver first. */
  tasks: TaskRisk[]
}
