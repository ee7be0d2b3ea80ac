import { describe, expect, test } from 'vitest'
import { readUpload, type ArrivingFile } from './multipart'

function upload(parts: [string, string | File][]): Request {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return new Request('http://localhost/', { method: 'POST', body: form })
}

async function textOf(file: ArrivingFile): Promise<string> {
  const chunks = []
  for await (const chunk of file.chunks) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('an upload', () => {
  test('hands over each file as it arrives, with the fields before it', async () => {
    const seen: string[] = []
    const form = await readUpload(
      upload([
        ['title', 'Plan'],
        ['file', new File(['one'], 'a.txt')],
        ['file', new File(['two'], 'b.txt')],
      ]),
      async (file) => void seen.push(`${file.name} ${file.fields.get('title')} ${await textOf(file)}`),
    )
    expect(seen).toEqual(['a.txt Plan one', 'b.txt Plan two'])
    expect(form?.get('title')).toBe('Plan')
    expect(form?.has('file')).toBe(false)
  })

  test('reads off what was not wanted, so that the rest still arrives', async () => {
    const parts: [string, string | File][] = [
      ['file', new File(['x'.repeat(3_000_000)], 'large.txt')],
      ['after', 'still here'],
    ]
    const form = await readUpload(upload(parts), async ({ chunks }) => {
      for await (const _ of chunks) break
    })
    expect(form?.get('after')).toBe('still here')
  })

  test('is null where it breaks off or is no such form', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=cut' }
    const body = '--cut\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'
    const cut = new Request('http://localhost/', { method: 'POST', headers, body })
    expect(await readUpload(cut, async (file) => void (await textOf(file)))).toBeNull()
    const plain = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ a: '1' }) })
    expect(await readUpload(plain, async () => undefined)).toBeNull()
  })

  test('does not swallow a defect of whoever takes the file', async () => {
    const request = upload([['file', new File(['one'], 'a.txt')]])
    await expect(readUpload(request, async () => Promise.reject(new Error('ours')))).rejects.toThrow('ours')
  })
})
