import type { CopyFormat } from './write-copy.ts'

type FileFormat = CopyFormat | 'evidence' | 'calendar' | 'figures'

const types: Readonly<Record<FileFormat, { readonly type: string; readonly ending: string }>> = {
  html: { type: 'text/html;charset=utf-8', ending: 'html' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  record: { type: 'application/octet-stream', ending: 'goodoffices' },
  calendar: { type: 'text/calendar;charset=utf-8', ending: 'ics' },
  figures: { type: 'application/json', ending: 'json' },
  evidence: { type: 'text/plain;charset=utf-8', ending: 'tlog-proof' },
}

type Saved = {
  readonly content: Uint8Array | string
  readonly format: FileFormat
  readonly name: string
}

/** Hands a file to the browser to keep. Characters that file systems refuse become a space, and marks that nobody sees go. */
export function saveFile({ content, format, name }: Saved): void {
  const { type, ending } = types[format]
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const address = URL.createObjectURL(new Blob([part], { type }))
  const link = document.createElement('a')
  link.href = address
  const readable = name.replaceAll(/\p{Cf}/gu, '').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  link.download = `${readable.trim()}.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
