/** The choices that forms offer, in the order in which they are offered. Apart from the schemas, to stay out of zod. */
export const scopeKinds = ['in-scope', 'out-of-scope', 'assumption'] as const
export const healths = ['on-track', 'at-risk', 'off-track'] as const
export const contactRoles = ['viewer', 'contributor', 'tester', 'signatory', 'portal_administrator'] as const
