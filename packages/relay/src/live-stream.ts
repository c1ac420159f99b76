import { bytesToBase64url } from '@goodoffices/log'
import type { LiveHub } from './live.ts'
import { closeCode, LiveMessage, type LivePipe } from './live-pipe.ts'
import { writeLiveAnswer } from './message.ts'
import type { Refusal } from './refusal.ts'

/** A log to be followed with the key that asked for it, or why it is not. */
export type Followed =
  | { readonly log: string; readonly key: Uint8Array }
  | { readonly log: string; readonly refusal: Refusal }

/**
 * Server-sent events, for networks whose proxies block WebSocket: the logs are said once, with signatures of requests in
 * place of the nonce's. Each event's data is a live message in base64url. The first, sent at once, is a beat: where a proxy
 * holds events back, it does not arrive. The stream ends with the last of its subscriptions.
 */
export function openLiveStream(hub: LiveHub, followed: readonly Followed[]): Response {
  const { liveBufferBytesMax } = hub.relay.limits
  let stop: (() => void) | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        const close = () => {
          if (!isOpen) return
          stop?.()
          controller.close()
        }
        const pipe: LivePipe = {
          send: message => {
            if (isOpen) controller.enqueue(message.wrapped(wrapInEvent))
          },
          bufferedBytes: () => liveBufferBytesMax - (controller.desiredSize ?? 0),
          close: code => {
            if (isOpen && code === closeCode.goingAway)
              controller.enqueue(Buffer.from('event: stopping\ndata:\n\n'))
            close()
          },
        }
        const stops = new Map<string, () => void>()
        const detach = hub.attach(pipe)
        stop = () => {
          isOpen = false
          detach()
          for (const unsubscribe of stops.values()) unsubscribe()
        }
        pipe.send(hub.beat())
        for (const asked of followed) {
          const { log } = asked
          if ('refusal' in asked) {
            pipe.send(new LiveMessage(writeLiveAnswer({ type: 'refused', log, refusal: asked.refusal })))
            continue
          }
          const onEnd = () => {
            stops.delete(log)
            if (stops.size === 0) close()
          }
          stops.get(log)?.()
          stops.set(log, hub.subscribe({ log, key: asked.key, pipe, onEnd }))
        }
        if (stops.size === 0) close()
      },
      cancel() {
        stop?.()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: liveBufferBytesMax }),
  )
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // Asks nginx, and whoever honours it, not to hold events back.
      'X-Accel-Buffering': 'no',
    },
  })
}

function wrapInEvent(payload: Uint8Array): Uint8Array {
  return Buffer.from(`data: ${bytesToBase64url(payload)}\n\n`)
}
