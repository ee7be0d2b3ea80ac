export const passwordMinLength = 12
export const passwordMaxLength = 200

export type PasswordRefusal = 'too-short' | 'too-long' | 'is-your-email' | 'is-your-name' | 'too-common'

/**
 * A password has at least twelve characters of any kind (NIST SP 800-63B §3.1.1.2: length, no composition rules),
 * is not its owner's name or address, and is none that everybody tries first.
 */
export function whyNotPassword(
  password: string,
  owner: { name: string; email: string },
): PasswordRefusal | null {
  const length = [...password].length
  if (length < passwordMinLength) return 'too-short'
  if (length > passwordMaxLength) return 'too-long'
  const bare = bareLetters(password)
  if (bare === bareLetters(owner.email) || bare === bareLetters(owner.email.split('@')[0] ?? ''))
    return 'is-your-email'
  if (bare === bareLetters(owner.name)) return 'is-your-name'
  return isCommon(password) ? 'too-common' : null
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return true
  if (rows.some((row) => row.includes(lower) || [...row].reverse().join('').includes(lower))) return true
  // 'Password2026!!' is 'password' to whoever guesses.
  return common.has(lower) || common.has(lower.replace(/[\d\W_]+$/, '')) || common.has(plainLetters(lower))
}

function bareLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function plainLetters(lower: string): string {
  const plain: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
  }
  return lower.replace(/[\d\W_]+$/, '').replace(/[013457@$]/g, (sign) => plain[sign] ?? sign)
}

const rows = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '1234567890123456789012345678901234567890',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  'qwertzuiopasdfghjklyxcvbnmqwertzuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
]

/** The head of published lists of leaked passwords, as far as it is, or grows with digits to, twelve characters. */
const common = new Set(
  `password passwort passwords passwordpassword passwortpasswort password123password changeme changemenow changeit
  pleasechangeme letmein letmeinnow letmeinplease welcome welcomehome welcometo willkommen willkommenzuhause hallo
  hallohallo hallowelt helloworld hellohello qwerty qwertz qwertyuiop qwertzuiop qwertyqwerty qwertzqwertz
  asdfghjkl asdfghjklqwerty asdfasdfasdf zaq12wsxcde3 iloveyou iloveyousomuch iloveyouforever ichliebedich
  monkeymonkey dragondragon footballfootball baseballbaseball princessprincess sunshinesunshine superman
  supermansuperman batmanbatman trustno trustnoone administrator administration adminadmin adminadminadmin
  rootrootroot secretsecret geheimgeheim geheim secret topsecret mysecretpassword mypassword thisismypassword
  meinpasswort defaultpassword temporarypassword companypassword correcthorsebatterystaple countersign
  countersigncountersign customerportal summer sommer winter spring autumn herbst fruehling testtesttest
  testpassword abcabcabcabc abcdabcdabcd mustangmustang chocolatechocolate schokolade michaelmichael
  unknownunknown whateverwhatever computercomputer internetinternet samsungsamsung googlegoogle`.split(/\s+/),
)
