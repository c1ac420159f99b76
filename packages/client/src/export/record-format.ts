/** How a record begins to say what it is. */
export const recordFormat = 'good-offices-record/1'
