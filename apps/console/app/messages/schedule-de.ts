import type { ScheduleMessages } from './schedule-en'

export const scheduleDe: ScheduleMessages = {
  drivers: {
    'plan-start': 'Er beginnt mit dem Plan: Nichts hält ihn auf.',
    'plan-finish': 'Er liegt so spät, wie das Ende des Plans es erlaubt.',
    link: {
      FS: 'Er beginnt, wenn % endet.',
      SS: 'Er beginnt, wenn % beginnt.',
      FF: 'Er endet, wenn % endet.',
      SF: 'Er endet, wenn % beginnt.',
    },
    constraint: {
      ASAP: 'Er liegt so früh, wie seine Verknüpfungen es erlauben.',
      ALAP: 'Er liegt so spät wie möglich, ohne anderes aufzuhalten.',
      MSO: 'Er muss an diesem Termin anfangen.',
      MFO: 'Er muss an diesem Termin enden.',
      SNET: 'Er fängt nicht vor dem Termin seiner Einschränkung an.',
      SNLT: 'Er fängt nicht nach dem Termin seiner Einschränkung an.',
      FNET: 'Er endet nicht vor dem Termin seiner Einschränkung.',
      FNLT: 'Er endet nicht nach dem Termin seiner Einschränkung.',
    },
    onSummary: 'Die Einschränkung ist die von % darüber.',
    actual: 'Dann hat er begonnen: So ist es gewesen.',
    manual: 'Jemand hat seine Termine von Hand gesetzt.',
    levelling: 'Der Kapazitätsabgleich hat ihn verschoben, damit niemand an zwei Orten sein muss.',
    assignment: 'Er liegt da, wo % Zeit hat.',
    children: 'Er liegt da, wo seine Vorgänge liegen.',
    unknown:
      'Der Plan wurde nicht terminiert, seit das festgehalten wird. Speichern Sie irgendeinen Vorgang, dann steht es da.',
  },
  constraints: {
    ASAP: 'So früh wie möglich',
    ALAP: 'So spät wie möglich',
    SNET: 'Anfang nicht früher als',
    SNLT: 'Anfang nicht später als',
    FNET: 'Ende nicht früher als',
    FNLT: 'Ende nicht später als',
    MSO: 'Muss anfangen am',
    MFO: 'Muss enden am',
  },
  refusals: {
    cycle: 'Vorgänge würden im Kreis aufeinander warten, deshalb lässt sich der Plan nicht terminieren.',
    'self-link': 'Ein Vorgang würde auf sich selbst warten.',
    'unknown-task': 'Eine Verknüpfung führt zu einem Vorgang, den der Plan nicht enthält.',
    'no-working-time': 'Ein Kalender hat keine Arbeitszeit, in der ein Vorgang erledigt werden könnte.',
    'too-far': 'Ein Vorgang würde mehr als 200 Jahre nach dem Anfang des Plans enden.',
    'bad-duration': 'Ein Vorgang dauert weniger als nichts oder länger, als irgendjemand plant.',
    'bad-date': 'Ein Datum liegt vor 1984 oder nach 2149; das kann hier kein Plan haben.',
    'bad-units': 'Eine Person ist ganz ohne Zeit eingeplant, die Arbeit würde nie enden.',
  },
  named: (names) => `Es betrifft: ${names}.`,
}
