import { connect } from '@countersign/db/connect'

const url = process.env.DATABASE_URL
if (!url)
  throw new Error('DATABASE_URL is missing: the portal needs the address of its database as portal_app.')

/** The one pool of this process. It logs in as portal_app, which may use the portal's views and nothing else. */
export const db = connect(url)
