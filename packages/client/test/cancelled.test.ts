import { describe, expect, it } from 'vitest'
import { beginTalks, meet } from './talks.ts'
import { value } from './world.ts'

describe('an invitation that is taken back', () => {
  it('INV-17 is refused to whoever opens it later, and ends the wait of whoever has answered', async () => {
    const { world, mediator, process, parties } = await beginTalks()
    const [early, late] = await Promise.all([world.member('Early'), world.member('Late')])
    const request = { name: 'Early', role: 'delegate', party: parties.north } as const
    const id = value(await mediator.session.invite(process, request))
    await mediator.session.settle()
    const link = mediator.session.invitation(id)?.link ?? ''
    value(await early.session.join(link))
    value(await mediator.session.cancelInvitation(id))
    await meet(mediator, early)
    expect(early.session.joinings()).toMatchObject([{ standing: 'failed', reason: 'invitation-cancelled' }])
    expect(await late.session.join(link)).toMatchObject({
      ok: false,
      error: { code: 'invitation-cancelled' },
    })
    expect(mediator.session.invitation(id)?.standing).toBe('cancelled')
  })
})
