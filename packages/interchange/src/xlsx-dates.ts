import { dateOfDayNumber, dayNumber, type LocalDateTime } from '@countersign/domain/calendar-day'

const DAY_ZERO_1900 = dayNumber('1899-12-30')
const DAY_ZERO_1904 = dayNumber('1904-01-01')
const LAST_SERIAL = 2_958_465
const MINUTES_PER_DAY = 1440

/** ECMA-376, 18.8.30: the built-in formats that show a date, those of East Asia among them. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 31) ||
    format === 36 ||
    (format >= 50 && format <= 54) ||
    (format >= 57 && format <= 58)
  )
}

/** Whether numbers of a format are dates, given the codes that the workbook defines itself. */
export function dateFormatsOf(codes: ReadonlyMap<number, string>): (format: number) => boolean {
  return (format) => {
    const code = codes.get(format)
    return code === undefined ? isBuiltInDate(format) : isDateCode(code)
  }
}

function isDateCode(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  return /[dy]/.test(letters) || (/m/.test(letters) && !/[hs0#?]/.test(letters))
}

/** The minute of an Excel serial; `null` for what is no day. Serials before March 1900 are a day off, as Excel's are. */
export function momentOfSerial(serial: number, is1904 = false): LocalDateTime | null {
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return null
  const minutes = Math.round(serial * MINUTES_PER_DAY)
  const day = Math.floor(minutes / MINUTES_PER_DAY)
  const minute = minutes - day * MINUTES_PER_DAY
  const hour = String(Math.floor(minute / 60)).padStart(2, '0')
  const date = dateOfDayNumber((is1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + day)
  return `${date}T${hour}:${String(minute % 60).padStart(2, '0')}`
}

/** The other way round, in the system of 1900. */
export function serialOf(moment: LocalDateTime): number {
  const minute = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
  return dayNumber(moment.slice(0, 10)) - DAY_ZERO_1900 + minute / MINUTES_PER_DAY
}
