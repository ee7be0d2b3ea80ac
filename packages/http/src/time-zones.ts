/** Time zones to choose from, by IANA name, as this server's Intl knows them. */
export const timeZones: [string, ...string[]] = ['UTC', ...Intl.supportedValuesOf('timeZone')]
