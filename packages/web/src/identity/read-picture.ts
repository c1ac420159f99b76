/** What the code in a picture says; undefined where none is found. The program for it is fetched when a picture is given. */

import { fetchPart } from '../route/fetched.ts'

/** Larger ones are made smaller first: a code fills no more of a sheet than this shows. */
const sideMax = 1_600
const readMsMax = 3_000

export async function readPicture(file: Blob): Promise<string | undefined> {
  const { decodeQR } = await fetchPart(() => import('qr/decode.js'))
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = new OffscreenCanvas(width, height)
  const drawn = canvas.getContext('2d')
  if (drawn === null) return undefined
  drawn.drawImage(picture, 0, 0, width, height)
  picture.close()
  const { data } = drawn.getImageData(0, 0, width, height)
  try {
    return decodeQR({ width, height, data }, { timeLimit: readMsMax })
  } catch {
    return undefined
  }
}
