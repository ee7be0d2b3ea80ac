export type AttachedFile = { position: number; name: string; sha256: string; mediaType: string }

/** Of the files that the database's views give with a fact the one at that place; undefined where there is none. */
export function fileAt(files: unknown, position: number): AttachedFile | undefined {
  return (files as AttachedFile[] | undefined)?.find((file) => file.position === position)
}
