import { tmpdir } from 'node:os'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'

export type StorageEnv = {
  /** The folder that holds everything of this installation; files go to `files` in it. */
  COUNTERSIGN_HOME?: string | undefined
  /** `file:///var/lib/countersign/files` or `s3://bucket?region=eu-central-1&endpoint=https://…`; wins. */
  STORAGE_URL?: string | undefined
  S3_BUCKET?: string | undefined
  S3_REGION?: string | undefined
  /** Only for services other than Amazon's; switches to path-style addresses. */
  S3_ENDPOINT?: string | undefined
  /** Without the two, the AWS default chain applies: environment, profile, instance role. */
  S3_ACCESS_KEY_ID?: string | undefined
  S3_SECRET_ACCESS_KEY?: string | undefined
}

/** Where files are kept, and where an upload waits until it is known to be wanted. */
export type Shelf = { disk: Disk; kind: 'disk' | 's3'; waitingFolder: string }

/** Reads the settings. Throws an `Error` with a sentence for the operator where they do not say a place. */
export function openShelf(env: StorageEnv): Shelf {
  const s3 = s3Settings(env)
  if (s3) {
    const waitingFolder = join(env.COUNTERSIGN_HOME ?? tmpdir(), 'countersign-uploads')
    return { disk: new Disk(s3Driver(s3, env)), kind: 's3', waitingFolder }
  }
  const folder = filesFolder(env)
  return { disk: new Disk(new RenamingDriver(folder)), kind: 'disk', waitingFolder: join(folder, waiting) }
}

/** The folder inside a disk's root where uploads wait: the same file system, so that a rename is possible. */
export const waiting = 'incoming'

// The library's own move copies, then deletes: a reader could see half a file, and a crash could leave one.
class RenamingDriver extends FSDriver {
  constructor(private readonly root: string) {
    super({ location: root, visibility: 'private' })
  }

  override async move(source: string, destination: string): Promise<void> {
    const target = join(this.root, destination)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(join(this.root, source), target)
  }
}

type S3Settings = { bucket: string; region: string; endpoint: string | undefined }

function s3Settings(env: StorageEnv): S3Settings | null {
  if (env.STORAGE_URL) {
    const url = parsedUrl(env.STORAGE_URL)
    if (url.protocol !== 's3:') return null
    const region = url.searchParams.get('region') ?? env.S3_REGION
    return s3Place(url.hostname, region, url.searchParams.get('endpoint') ?? env.S3_ENDPOINT)
  }
  return env.S3_BUCKET ? s3Place(env.S3_BUCKET, env.S3_REGION, env.S3_ENDPOINT) : null
}

function s3Place(bucket: string, region: string | undefined, endpoint: string | undefined): S3Settings {
  if (!bucket) throw new Error('STORAGE_URL names no bucket: write s3://BUCKET?region=REGION.')
  if (!region && !endpoint) throw new Error('Files go to S3, but no region is set: set S3_REGION.')
  // Services that have no regions still sign with one, and take this name.
  return { bucket, region: region ?? 'us-east-1', endpoint }
}

function s3Driver(settings: S3Settings, env: StorageEnv): S3Driver {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId !== !secretAccessKey) {
    throw new Error('Set both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or neither.')
  }
  return new S3Driver({
    bucket: settings.bucket,
    region: settings.region,
    visibility: 'private',
    // Buckets of today refuse access lists; that they are private is the bucket's own policy.
    supportsACL: false,
    ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    // We send the SHA-256 ourselves; the client's own CRC trailer is unknown to many compatible services.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

function filesFolder(env: StorageEnv): string {
  if (env.STORAGE_URL) {
    const url = parsedUrl(env.STORAGE_URL)
    if (url.protocol !== 'file:') throw new Error('STORAGE_URL must begin with file:// or s3://.')
    return fileURLToPath(url)
  }
  if (env.COUNTERSIGN_HOME) return resolve(env.COUNTERSIGN_HOME, 'files')
  throw new Error('There is no place for files: set COUNTERSIGN_HOME, STORAGE_URL or S3_BUCKET.')
}

function parsedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Error('STORAGE_URL is not a URL: write file:///FOLDER or s3://BUCKET.')
  return new URL(text)
}
