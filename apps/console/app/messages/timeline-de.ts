import type { timelineEn } from './timeline-en'

export const timelineDe: typeof timelineEn = {
  role: 'Zeitachse',
  description: (rows) =>
    `${rows} Zeilen wie in der Tabelle daneben. Pfeile auf und ab gehen von Balken zu Balken, links und rechts verschieben ihn, mit Umschalt ändern sie sein Ende, Plus und Minus seinen Fortschritt. L beginnt eine Verknüpfung. Enter öffnet den Vorgang.`,
  sideways: 'Die Zeitachse seitwärts rollen',
  tools: 'Vergrößerung der Zeitachse',
  zoomIn: 'Vergrößern (Strg und Mausrad)',
  zoomOut: 'Verkleinern (Strg und Mausrad)',
  fit: 'Den ganzen Plan zeigen',
  today: 'Zu heute',
  fromTo: (from, to) => `${from} bis ${to}`,
  bar: {
    milestone: 'Meilenstein',
    summary: 'Sammelvorgang',
    folded: 'eingeklappt',
    critical: 'kritisch',
    inactive: 'inaktiv',
    manual: 'von Hand datiert',
    done: (percent) => `${percent} erledigt`,
    deadline: (day) => `Stichtag ${day}`,
    missed: (day) => `verfehlt den Stichtag ${day}`,
    p80: (day) => `in 8 von 10 Läufen bis ${day}`,
    baseline: (from, to) => `Basisplan ${from} bis ${to}`,
  },
  tip: {
    later: (days) => `${days} später`,
    earlier: (days) => `${days} früher`,
    same: 'unverändert',
    planEnds: (day) => `Das Projekt endet am ${day}`,
    dropOnBar: 'Auf einem anderen Balken loslassen',
  },
  stands: (name, dates) => `${name}: ${dates}`,
  refused: (why) => `Nicht geändert. ${why}`,
  mayNot: {
    move: 'Das lässt sich hier nicht verschieben: Es hat begonnen, oder seine Termine kommen aus seinen Vorgängen.',
    resize: 'Das Ende lässt sich hier nicht ändern: erledigt, ein Meilenstein oder ein Sammelvorgang.',
    progress:
      'Der Fortschritt lässt sich hier nicht ändern: Er kommt aus den Vorgängen darunter, oder es ist ein Meilenstein.',
    link: 'Sie dürfen diesen Plan nicht ändern.',
  },
  linking: (name) =>
    `Eine Verknüpfung von ${name}. Pfeile auf und ab wählen den anderen Vorgang, T die Art, Enter verknüpft, Escape lässt es.`,
  linkTo: (type, from, to) => `${type}: ${from} nach ${to}`,
  linkType: {
    FS: 'Ende zu Anfang',
    SS: 'Anfang zu Anfang',
    FF: 'Ende zu Ende',
    SF: 'Anfang zu Ende',
  },
  linked: (type, from, to) => `Verknüpft, ${type}: ${from} nach ${to}`,
  linkLeft: 'Keine Verknüpfung.',
}
