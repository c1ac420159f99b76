import { hashOfFile } from '@goodoffices/client'

/** SHA-256 of a file, in hexadecimal. */
export const hashOf = async (file: Blob): Promise<string> =>
  hashOfFile(new Uint8Array(await file.arrayBuffer()))
