import type { RefusalsMessages } from './refusals-en'

export const refusalsDe: RefusalsMessages = {
  flaw: {
    'name-differs': 'Der Name ist nicht der eingetragene. Geben Sie ihn so ein, wie er beim Feld steht.',
    'criterion-without-result': 'Geben Sie zu jedem Kriterium an, ob es erfüllt ist.',
    'reserves-nothing':
      'Führen Sie mindestens einen Punkt auf, der zu tun bleibt, oder nehmen Sie ohne Vorbehalt ab.',
    'reservation-incomplete': 'Sagen Sie zu jedem Punkt, was bleibt und wer es erledigt.',
    'reservation-in-the-past': 'Ein Punkt kann nicht vor heute fällig sein.',
    'accepts-what-is-not-met':
      'Ein Kriterium ist als nicht erfüllt markiert. Lehnen Sie ab, oder markieren Sie es als erfüllt.',
    'rejects-without-unmet-criterion':
      'Um abzulehnen, markieren Sie mindestens ein Kriterium als nicht erfüllt und schreiben Sie, was fehlt.',
    'unmet-without-reason': 'Schreiben Sie zu jedem nicht erfüllten Kriterium, was fehlt.',
  },
  stepUp: {
    wrong: 'Das Passwort stimmt nicht. Versuchen Sie es erneut.',
    locked: 'Das waren zu viele falsche Passwörter. Warten Sie eine Viertelstunde, und zeichnen Sie dann.',
    'no-password':
      'Sie haben noch kein Passwort, und zum Zeichnen braucht es eines. Bitten Sie Ihre Projektleitung um eine neue Einladung, in der Sie es festlegen.',
    'signed-out':
      'Ihre Sitzung ist beendet. Melden Sie sich wieder an, und wiederholen Sie die Entscheidung.',
  },
  gone: 'Diese Version ist für Sie nicht mehr offen.',
}
