import { bytesToBase64url } from '@goodoffices/log'
import { closeCode, type LiveHub, type LivePipe } from './live.ts'

/**
 * Server-sent events, for networks whose proxies block WebSocket: one log per request, the request's own signature in
 * place of the nonce's. Each event's data is a live message in base64url.
 */
export function openLiveStream(
  hub: LiveHub,
  options: { readonly log: string; readonly key: Uint8Array },
): Response {
  const { liveBufferBytesMax, livePingMs } = hub.relay.limits
  let stop: (() => void) | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        const close = () => {
          if (!isOpen) return
          isOpen = false
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
        const ping = setInterval(() => controller.enqueue(Buffer.from(':\n\n')), livePingMs)
        const unsubscribe = hub.subscribe({ log: options.log, key: options.key, pipe, onEnd: close })
        stop = () => {
          isOpen = false
          clearInterval(ping)
          unsubscribe()
        }
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
