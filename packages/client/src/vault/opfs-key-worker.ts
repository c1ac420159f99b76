/** Writes a key over what lies in its file. Only a worker can: what a page writes there is a new file in the place of the old. */

/** What a page asks of it. `bytes` absent: what is there is written over, and removed. */
export type KeyAsked = { readonly name: string; readonly bytes?: Uint8Array }

type Access = {
  getSize(): number
  write(bytes: Uint8Array, at: { readonly at: number }): number
  flush(): void
  close(): void
}
type Writable = FileSystemFileHandle & { createSyncAccessHandle(): Promise<Access> }

async function writeOver(name: string, bytesFor: (size: number) => Uint8Array): Promise<void> {
  const folder = await navigator.storage.getDirectory()
  const file = (await folder.getFileHandle(name, { create: true })) as Writable
  const access = await file.createSyncAccessHandle()
  try {
    access.write(bytesFor(access.getSize()), { at: 0 })
    access.flush()
  } finally {
    access.close()
  }
}

async function answer({ name, bytes }: KeyAsked): Promise<void> {
  if (bytes !== undefined) return writeOver(name, () => bytes)
  await writeOver(name, size => crypto.getRandomValues(new Uint8Array(size)))
  const folder = await navigator.storage.getDirectory()
  await folder.removeEntry(name)
}

self.addEventListener('message', ({ data }: MessageEvent<KeyAsked>) => {
  answer(data).then(
    () => self.postMessage(true, { transfer: [] }),
    () => self.postMessage(false, { transfer: [] }),
  )
})
