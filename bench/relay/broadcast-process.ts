/** The least that a push can be: every message in goes out to every socket, with nothing checked, kept or signed. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { tellUsage } from './usage.ts'

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
sockets.on('connection', socket => {
  socket.on('message', data => {
    for (const client of sockets.clients) client.send(data)
  })
})
tellUsage()
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
