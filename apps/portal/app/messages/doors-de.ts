import type { DoorsMessages } from './doors-en'

export const doorsDe: DoorsMessages = {
  promiseTitle: 'Ihre Projekte: was zugesagt wurde und wo sie stehen.',
  promise:
    'Verfolgen Sie den Fortschritt, erhalten Sie Ihre Ergebnisse und zeichnen Sie genau das ab, was Sie abnehmen.',
  signIn: 'Anmelden',
  signInLead: 'Mit der Adresse, an die Ihre Einladung ging.',
  email: 'E-Mail',
  password: 'Passwort',
  wrong: 'Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides und versuchen Sie es erneut.',
  locked: 'Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
  noPasswordYet:
    'Noch kein Passwort? Öffnen Sie den Link in Ihrer Einladung, oder bitten Sie Ihre Projektleitung um eine neue.',
  linkTitle: 'Mit diesem Link anmelden',
  linkFor: (name, email) => `Der Link ist für ${name}, ${email}. Er gilt einmal.`,
  linkButton: (name) => `Als ${name} anmelden`,
  linkUsedTitle: 'Dieser Link gilt nicht mehr',
  linkUsed:
    'Er wurde schon benutzt oder ist abgelaufen. Melden Sie sich mit Ihrem Passwort an, oder bitten Sie Ihre Projektleitung um eine neue Einladung.',
  toSignIn: 'Zur Anmeldung',
  invitationTitle: (name) => `Willkommen, ${name}`,
  invitationLead:
    'Wählen Sie ein Passwort, dann sind Sie angemeldet. Sie geben es erneut ein, wenn Sie eine Entscheidung zeichnen.',
  newPassword: 'Neues Passwort',
  passwordHint: 'Mindestens 12 beliebige Zeichen. Ein Satz ist leicht zu merken.',
  setPassword: 'Passwort festlegen und weiter',
  passwordWhy: {
    'too-short': 'Das ist zu kurz. Nehmen Sie mindestens 12 Zeichen.',
    'too-long': 'Das ist zu lang. Nehmen Sie höchstens 200 Zeichen.',
    'is-your-email': 'Das ist Ihre Adresse. Nehmen Sie etwas, das andere nicht wissen.',
    'is-your-name': 'Das ist Ihr Name. Nehmen Sie etwas, das andere nicht wissen.',
    'too-common': 'Das wird von allen zuerst probiert. Nehmen Sie etwas Eigenes.',
  },
}
