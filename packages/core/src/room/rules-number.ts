/**
 * The rules number: one integer of the house, raised once a release. A room begins with the number of the release that founded it,
 * and whoever administers it adopts a later one; every position of its log is replayed by the number in force there, so that what an
 * earlier release accepted or refused stays so for ever.
 *
 * A changed check, an added field and an added kind of act each name the number they begin with. A program that meets a number it
 * does not know reads that room no further.
 */

/** What each number brings, and the first release that knows it, in the order in which they were declared. A name stands here before the first act that uses it. */
export const rulesChanges = [
  { number: 1, release: '0.1', brings: ['the rules of release 0.1'] },
  {
    number: 2,
    release: '0.2',
    brings: [
      'rules.adopt',
      'epochs that are whole, with a steward key for each side',
      'epochs.keep',
      'which device of one’s own stands on paper',
      'another mailbox of one’s own',
      'that one was given no keys',
      'item.put and item.mark',
      'an issue on a message and on an offer',
      'attachments of a message and of a delivery',
      'an item or a mark as the origin of a conveyance',
      'the release of fields of an item and of a mark',
      'the delivery of an item and of a mark',
      'publication: a conveyance to the table or to a group, from several origins',
      'findings of the leak check in a field',
      'conveyances that go together',
      'practice talks',
      'a caucus that succeeds another',
      'the institution of a mediator, and a party’s yes to it',
      'one rule for every text: nothing unseen, nothing that turns what stands beside it',
      'that something was heard, with nothing to carry',
      'stretches of a message, released and carried',
      'a translation beside what is carried and what mediators say',
      'that a colleague reads before it goes',
      'the acts of questions, of the text and of preferences',
      'powers, which bind where they are on file',
      'a second mediator, wished or required',
    ],
  },
] as const

/** The number that this program knows, and that rooms begin with which it founds. */
export const rulesNumber: number = rulesChanges.length

/** The first release that reads rooms of this number; undefined of one that this program does not know. */
export const releaseOfRules = (rules: number): string | undefined =>
  rulesChanges.find(({ number }) => number === rules)?.release

/** The number from which on an epoch is taken only where it is whole (SYNC-6), and its keys have a slot for each side. */
export const wholeEpochsSince = 2

/** A whole number from 1 to this may be adopted by a release to come. */
export const rulesNumberMax = 10_000
