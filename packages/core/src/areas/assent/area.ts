/**
 * A question put to several at once: answered by each in its caucus, with one outcome, which is yes only where all say yes.
 */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { finding } from '../../leak/finding.ts'
import { ok } from '../../result.ts'
import { act, area, type BroughtAct } from '../../room/area.ts'
import { circumstance, limits } from '../../schema.ts'
import type { TeamState } from '../team/state.ts'
import {
  adherence,
  adherences,
  asked,
  considered,
  content,
  digest,
  givings,
  handed,
  handedStrings,
  handedTexts,
  own,
  thingStrings,
  thingTexts,
} from './content.ts'
import { type Bringing, bringAbout, handOver } from './following.ts'
import { caucusesBehind, put, tell, withdraw } from './putting.ts'
import { proposal } from './registers/proposal.ts'
import {
  checkAnswer,
  checkAsk,
  checkClose,
  checkInTime,
  checkPlan,
  checkTell,
  checkTellTime,
  checkWithdraw,
} from './rules.ts'
import type { AssentRoom, AssentState } from './state.ts'

const assentAct = act<Bringing & TeamState>()
const question = id('question')

export const assent = area({
  name: 'assent',
  begin: (): AssentState => ({ questions: {}, questionPlans: {}, questionsUnder: {} }),
  acts: [
    /** At the desk. Said again with the same id it replaces what was planned, until it is put. */
    assentAct({
      kind: 'assent.plan',
      since: 2,
      fields: {
        question,
        content,
        digest,
        asked,
        /** The thing at the desk that it is about: what it puts there is said of that one. */
        item: v.exactOptional(id('item')),
        /** MEET-7: of an exchange, what each of them would give. */
        gives: v.exactOptional(givings),
        /** What the leak check named and the mediator passed deliberately. */
        accepted: v.pipe(v.array(finding), v.maxLength(limits.findingsMax), v.readonly()),
      },
      about: ({ question }) => question,
      check: checkPlan,
      apply: (room, said, plan) => {
        for (const { under } of room.questionPlans[plan.question]?.asked ?? [])
          delete room.questionsUnder[under]
        for (const { under } of plan.asked) room.questionsUnder[under] = plan.question
        room.questionPlans[plan.question] = { ...said, ...plan }
      },
      stands: 'as-event',
      words: ({ content }) => thingTexts(content),
      loose: ({ content }) => thingStrings(content),
    }),
    /** At the desk, that it is put; with it in every caucus, the question itself. */
    assentAct({
      kind: 'assent.ask',
      since: 2,
      fields: {
        question,
        content: v.exactOptional(content),
        digest: v.exactOptional(digest),
        /** MEET-7: of an exchange, what of its own the party would give. */
        own: v.exactOptional(own),
      },
      introduces: ['content'],
      about: ({ question }) => question,
      check: checkAsk,
      checkPlaced: (room, { question, content }, placed) =>
        checkInTime(content ?? room.questionPlans[question]?.content, placed),
      apply: (room, said, { question, content, digest, own }) => {
        const plan = room.questionPlans[question]
        if (plan !== undefined) plan.put = said
        if (content !== undefined && digest !== undefined)
          room.questions[question] = {
            ...said,
            question,
            content,
            digest,
            ...(own === undefined ? {} : { own }),
            answers: [],
          }
      },
      stands: 'as-event',
      words: ({ content }) => (content === undefined ? [] : thingTexts(content)),
      loose: ({ content }) => (content === undefined ? [] : thingStrings(content)),
      brings: {
        hangsOn: ({ questionPlans }, { question }) => caucusesOf(questionPlans[question]),
        isSaid: ({ questionPlans }, { question }) => questionPlans[question]?.put !== undefined,
        acts: (room, { question }, held) => {
          const plan = room.questionPlans[question]
          return plan === undefined ? nothing : put(room, plan, held)
        },
      },
    }),
    /** A party's answer: of a yes with its adherence. */
    assentAct({
      kind: 'assent.answer',
      since: 2,
      fields: { question, yes: v.boolean(), adherence, recorded: v.exactOptional(circumstance) },
      about: ({ question }) => question,
      deed: (room, { question, yes }) =>
        yes
          ? room.questions[question]?.content.effect === 'commits'
            ? 'agree-ad-referendum'
            : 'propose'
          : undefined,
      check: checkAnswer,
      checkPlaced: (room, { question }, placed) => checkInTime(room.questions[question]?.content, placed),
      apply: (room, said, { question, ...answer }) => {
        room.questions[question]?.answers.push({ ...said, ...answer })
      },
      stands: 'as-event',
    }),
    /** At the desk, what came of it, and by which answers; with it every caucus is told. */
    assentAct({
      kind: 'assent.close',
      since: 2,
      fields: { question, match: v.boolean(), adherences, considered },
      about: ({ question }) => question,
      check: checkClose,
      checkPlaced: (room, { question, match }, placed) =>
        checkTellTime(room.questionPlans[question]?.content, match, placed),
      apply: (room, said, { question, ...outcome }) => {
        const plan = room.questionPlans[question]
        if (plan === undefined) return
        plan.closed = { ...said, ...outcome }
        if (outcome.match) bringAbout(room, said, plan)
      },
      stands: 'as-event',
      brings: {
        hangsOn: ({ questionPlans }, { question }) => caucusesOf(questionPlans[question]),
        isSaid: ({ questionPlans }, { question }) => questionPlans[question]?.closed !== undefined,
        acts: (room, { question, ...outcome }, held) => {
          const plan = room.questionPlans[question]
          return plan === undefined ? nothing : tell(room, plan, outcome, held)
        },
      },
    }),
    /** In a caucus, what came of it: the same to each whatever it answered. */
    assentAct({
      kind: 'assent.tell',
      since: 2,
      fields: { question, match: v.boolean(), adherences, handed: v.exactOptional(handed) },
      about: ({ question }) => question,
      check: checkTell,
      checkPlaced: (room, { question, match }, placed) =>
        checkTellTime(room.questions[question]?.content, match, placed),
      apply: (room, said, { question, ...outcome }) => {
        const asked = room.questions[question]
        if (asked === undefined) return
        asked.told = { ...said, ...outcome }
        if (outcome.match) bringAbout(room, said, asked)
        handOver(room, said, asked)
      },
      stands: 'as-event',
      scripted: false,
      words: ({ handed }) => handedTexts(handed),
      loose: ({ handed }) => handedStrings(handed),
    }),
    /** At the desk, and with it in every caucus where it was put. */
    assentAct({
      kind: 'assent.withdraw',
      since: 2,
      fields: { question },
      about: ({ question }) => question,
      check: checkWithdraw,
      apply: (room, said, { question }) => {
        const known = room.questionPlans[question] ?? room.questions[question]
        if (known !== undefined) known.withdrawn = said
      },
      stands: 'as-event',
      brings: {
        hangsOn: ({ questionPlans }, { question }) => caucusesOf(questionPlans[question]),
        isSaid: ({ questionPlans }, { question }) => questionPlans[question]?.withdrawn !== undefined,
        acts: (room, { question }, held) => {
          const plan = room.questionPlans[question]
          return plan === undefined ? nothing : withdraw(room, plan, held)
        },
      },
    }),
  ],
  /** LEAK-5: what was put to this side is no secret from it, whoever else was asked the same. */
  heard: ({ questions }: AssentRoom) =>
    Object.values(questions).flatMap(({ content, told }) => [
      ...content.texts.flatMap(({ body, follow }) => (follow === undefined ? [body] : [body, follow])),
      ...thingTexts(content).map(({ value }) => value),
      ...handedTexts(told?.handed).map(({ value }) => value),
    ]),
  registers: [proposal],
})

/** In a caucus nothing is brought about elsewhere. */
const nothing = ok<readonly BroughtAct[]>([])

const caucusesOf = (plan: AssentState['questionPlans'][never] | undefined) =>
  plan === undefined ? [] : caucusesBehind(plan)
