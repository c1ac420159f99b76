/** This browser at its maker's push service: an address for which the relay's key is needed, and what the worker shows. */

import { askNotice, endNotice } from '@goodoffices/client'
import type { Session } from '../session/session.ts'

/** The worker has no words of its own: it shows what the page put there. Outside of the app's own files, which go with each version. */
const cacheName = 'told'
const sentencePath = '/told/sentence'

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'caches' in globalThis

const pushManager = async (): Promise<PushManager> => (await navigator.serviceWorker.ready).pushManager

/** Rejects where the browser does not give one. */
export async function subscribePush(key: string): Promise<string> {
  const manager = await pushManager()
  // One for another key, of a relay of before, is none.
  await (await manager.getSubscription())?.unsubscribe()
  return JSON.stringify(await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))
}

/** This browser is no address any more, and nothing is left for its worker to show. */
export async function endPush(): Promise<void> {
  if (!canPush()) return
  const worker = await navigator.serviceWorker.getRegistration()
  await (await worker?.pushManager.getSubscription())?.unsubscribe()
  await caches.delete(cacheName)
}

export async function keepSentence(sentence: string): Promise<void> {
  const { lang, dir } = document.documentElement
  const kept = await caches.open(cacheName)
  await kept.put(sentencePath, new Response(JSON.stringify({ sentence, lang, dir })))
}

/** In the language of now; and where the browser has taken another address meanwhile, that one is told. */
export async function keepPush(session: Session, sentence: string): Promise<void> {
  const own = session.telling.own.find(({ way }) => way === 'push')
  if (own === undefined || !canPush()) return
  await keepSentence(sentence)
  const now = JSON.stringify(await (await pushManager()).getSubscription())
  if (now === own.address || now === 'null') return
  const { language, delayed } = own
  const asked = await askNotice(session, { way: 'push', address: now, language, delayed })
  if (asked.ok) await endNotice(session, own.name)
}
