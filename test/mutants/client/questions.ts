import type { Mutant } from '../mutant.ts'

/** Of questions to several and of meetings: what shows a yes, what passes with it, and what a calendar tells. */
export const questions: readonly Mutant[] = [
  {
    name: 'standing-unproved',
    find: `  return isUnproved(w.room, thing)
`,
    replace: `  return isUnproved(w.room, thing) && thing.item === undefined
`,
    rule: 'ASNT-5',
    test: 'packages/client/test/question.test.ts',
    harm: 'what one side alone has cleared is read as cleared by all, by the word of a mediator',
  },
  {
    name: 'colleague-believed',
    find: `return plan.closed?.match === true && areRead && !isMatch(standings)`,
    replace: `return plan.closed?.match === true && areRead && !isMatch(standings) && plan.put === undefined`,
    rule: 'ASNT-5',
    test: 'packages/client/test/question.test.ts',
    harm: 'what a colleague says came about, against the answers, is told to the sides by the others',
  },
  {
    name: 'stage-of-nobody-s-yes',
    find: `standingOf(issue).position > known && !isAssented(issue)`,
    replace: `standingOf(issue).position > known && !isAssented(issue) && isAssented(issue)`,
    rule: 'AGEN-7',
    test: 'packages/client/test/agenda.test.ts',
    harm: 'a mediator opens an issue at the table to which a side has not said yes, and it reads that all have',
  },
  {
    name: 'cleared-by-some',
    find: `      sidesIn(room).every(({ party }) => parties.some(asked => asked.party === party)) &&
`,
    replace: '',
    rule: 'MEET-8',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'words for the public stand before a side that was not asked',
  },
  {
    name: 'cleared-in-other-words',
    find: ` &&
      !cleared.some(({ content }) => content.anew === nonce)`,
    replace: '',
    rule: 'MEET-8',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'words for the public stand that all have since put otherwise',
  },
  {
    name: 'readout-uncleared',
    find: `return desk !== undefined && isCleared(desk, fields, room) ? ok([]) : fail('not-assented')`,
    replace: 'return ok([])',
    rule: 'MEET-8',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'words stand as cleared for the public to which a side has not said yes',
  },
  {
    name: 'readout-delivered',
    find: `'delivery.make': clearing`,
    replace: '',
    rule: 'MEET-8',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'words for the public that nobody has cleared stand in a caucus, delivered',
  },
  {
    name: 'given-unread',
    find: `if (!isDigestTrue(room, put) || !isOwnTrue(room, put)) return fail('digest-differs')`,
    replace: `if (!isDigestTrue(room, put)) return fail('digest-differs')`,
    rule: 'MEET-7',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'a party says yes to giving another thing of its own than the others were asked about',
  },
  {
    name: 'handed-over-unproved',
    find: `told.handed?.some(given => given.party === party && isGiven(room, content, given)) === true`,
    replace: 'true',
    rule: 'MEET-7',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'mediators hand over a list of their own making as the other side’s',
  },
  {
    name: 'thing-said-next-door',
    find: `    steps.push(...beside.value)
  }
  return ok(steps)
}`,
    replace: `    steps.push(...beside.value)
  }
  const { act } = about.step
  const caucuses = about.rooms().filter(({ kind, id }) => kind === 'caucus' && id !== about.room.id)
  if (act.kind === 'item.put' && act.register === 'minutes')
    steps.push(...caucuses.map(({ id }) => ({ ...about.step, room: id })))
  return ok(steps)
}`,
    rule: 'ITEM-12',
    test: 'packages/client/test/other-room.test.ts',
    harm: 'what is entered in one side’s room stands in the other’s',
  },
  {
    name: 'question-outlives-consent',
    find: `caucus !== undefined && isOutOf(caucus)`,
    replace: `caucus === undefined`,
    rule: 'ASNT-27',
    test: 'packages/client/test/question.test.ts',
    harm: 'a party is held to a question although another is out of the mediation',
  },
  {
    name: 'calendar-that-tells',
    find: `also.includes('title') ? fields.title : terms['calendar-title']`,
    replace: `fields.title`,
    rule: 'MEET-9',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'what a meeting is called stands in calendars that are copied elsewhere',
  },
  {
    name: 'calendars-that-match',
    find: `?? bytesToBase64url(randomBytes(24))`,
    replace: `?? 'appointment'`,
    rule: 'MEET-9',
    test: 'packages/client/test/meeting.test.ts',
    harm: 'two calendars show that their owners come to the same meeting',
  },
  {
    name: 'proof-by-anybody',
    find: `return keys.length === 0 && !given.byMediators ? 'word' : 'none'`,
    replace: `return 'word'`,
    rule: 'ASNT-5',
    test: 'packages/client/test/question.test.ts',
    harm: 'a yes that mediators made up passes for one that nobody here can judge',
  },
  {
    name: 'proof-of-other-words',
    find: `proof: isTrue && isGivenBy(given.party) ? await`,
    replace: 'proof: isGivenBy(given.party) ? await',
    rule: 'ASNT-5',
    test: 'packages/client/test/question.test.ts',
    harm: 'a match is shown as proved over other words than were put',
  },
  {
    name: 'answered-unread',
    find: `if (!isDigestTrue(room, put) ||`,
    replace: 'if (',
    rule: 'ASNT-15',
    test: 'packages/client/test/question.test.ts',
    harm: 'a party signs words that the other was not asked',
  },
  {
    name: 'foreign-device-silent',
    find: 'member.devices.some(({ device }) => !known.has(`${member.member} ${device}`)),',
    replace: 'false,',
    rule: 'ASNT-14',
    test: 'packages/client/test/question.test.ts',
    harm: 'somebody whom mediators have seated for a side says yes in its name, and nobody of it is told',
  },
  {
    name: 'question-waits-past-its-close',
    find: 'before?.version === version && before.second === second',
    replace: 'before?.version === version',
    rule: 'ASNT-25',
    test: 'packages/client/test/question.test.ts',
    harm: 'a question is listed to be answered that has closed, and its outcome waits for nobody',
  },
  {
    name: 'asked-about-nothing',
    find: `if (kind === 'stage' && (issue === undefined || issueIn(table, issue) === undefined))`,
    replace: `if (kind === 'stage' && issue === undefined)`,
    rule: 'AGEN-7',
    test: 'packages/client/test/agenda.test.ts',
    harm: 'all say yes to a stage of what is not at the table',
  },
  {
    name: 'moved-from-nowhere',
    find: `return moves === undefined || table?.items[moves.deadline]?.register === 'deadline'`,
    replace: `return moves === undefined || table !== undefined`,
    rule: 'AGEN-9',
    test: 'packages/client/test/agenda.test.ts',
    harm: 'all say yes to moving a day that nobody has',
  },
]
