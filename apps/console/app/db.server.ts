import { connect } from '@countersign/db/connect'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is missing: the address of Postgres as the role console_app.')

/** The console's only way to the database: as console_app, which can do nothing but become the person's role. */
export const db = connect(url)
