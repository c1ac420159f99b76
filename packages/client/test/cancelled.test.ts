import { answerInvitation, cancelInvitation, invitationOf, invite, joiningsOf } from '@goodoffices/client'
import { describe, expect, it } from 'vitest'
import { beginTalks, meet } from './talks.ts'
import { value } from './world.ts'

describe('an invitation that is taken back', () => {
  it('INV-17 is refused to whoever opens it later, and ends the wait of whoever has answered', async () => {
    const { world, mediator, process, parties } = await beginTalks()
    const [early, late] = await Promise.all([world.member('Early'), world.member('Late')])
    const request = { name: 'Early', role: 'delegate', party: parties.north } as const
    const id = value(await invite(mediator.session, process, request))
    await mediator.session.settle()
    const link = invitationOf(mediator.session, id)?.link ?? ''
    value(await answerInvitation(early.session, link))
    value(await cancelInvitation(mediator.session, id))
    await meet(mediator, early)
    expect(joiningsOf(early.session)).toMatchObject([{ standing: 'failed', reason: 'invitation-cancelled' }])
    expect(await answerInvitation(late.session, link)).toMatchObject({
      ok: false,
      error: { code: 'invitation-cancelled' },
    })
    expect(invitationOf(mediator.session, id)?.standing).toBe('cancelled')
  })
})
