/** What an office brings in of facts: matters, and what each side gives of them. */

import type { AreaViews } from '../../views/area-views.ts'

const brings: AreaViews['brings'] = { matter: () => ({ kind: 'figure' }), version: () => ({}) }

export const views: AreaViews = { brings }
