/** HiGHS, compiled to WebAssembly, behind `SolveMilp`: in this thread, or in a worker that can be stopped. */

import type { MilpAnswer, MilpRequest, SolveMilp } from './model.ts'

/** Called while HiGHS searches: seconds so far, and relative gap between answer and bound where known. */
export type MilpProgress = { readonly seconds: number; readonly gap: number | undefined }

/** Tolerances asked of the solver; answers are re-verified exactly all the same. */
export const solverTolerance = 1e-9

/**
 * Loads the solver into this thread, which it blocks while it runs. `locate` maps `highs.wasm` to where the
 * page serves it; Node needs none.
 */
export async function loadHighs(
  locate?: (file: string) => string,
  progress?: (at: MilpProgress) => void,
): Promise<SolveMilp> {
  // The typings describe the CommonJS build; as a module the default export is the loader itself.
  const module = await import('highs')
  const load = module.default as unknown as typeof module.default.default
  const highs = await load(locate === undefined ? {} : { locateFile: locate })
  return async ({ lp, secondsMax }: MilpRequest): Promise<MilpAnswer> =>
    highs.withModel({ format: 'lp', data: lp }, (model): MilpAnswer => {
      model.options.set({
        output_flag: false,
        time_limit: secondsMax,
        mip_rel_gap: solverTolerance,
        mip_abs_gap: solverTolerance,
        mip_feasibility_tolerance: solverTolerance,
        primal_feasibility_tolerance: solverTolerance,
        dual_feasibility_tolerance: solverTolerance,
      })
      const { callbackType, modelStatus } = highs.constants
      model.run(
        progress === undefined
          ? {}
          : {
              [callbackType.mipLogging]: event => {
                const { data } = event
                progress({ seconds: data.running_time ?? 0, gap: data.mip_gap })
              },
            },
      )
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return { status: 'infeasible' }
      const bound = Number(model.info.get('mip_dual_bound'))
      if (Number(model.info.get('primal_solution_status')) !== highs.constants.solutionStatus.feasible) {
        return { status: 'unknown', bound }
      }
      const solution = model.getSolution()
      const values: Record<string, number> = {}
      solution.colValue.forEach((value, column) => {
        values[model.getColName(column)] = value
      })
      const objective = model.getObjectiveValue()
      const isOptimal = status === modelStatus.optimal
      return {
        status: isOptimal ? 'optimal' : 'stopped',
        values,
        objective,
        bound: Number.isFinite(bound) ? bound : objective,
      }
    })
}

/** Either end of a worker: the browser's `Worker`, a worker's own scope, or one of Node's ports. */
export type MessagePortLike = {
  readonly postMessage: (message: unknown) => void
  readonly onMessage: (listen: (message: unknown) => void) => void
}

type Asked = { readonly kind: 'solve'; readonly id: number; readonly request: MilpRequest }
type Told =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: MilpAnswer }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly at: MilpProgress }

/** The worker's side: answers requests one at a time. Stopping means ending the worker. */
export function serveMilp(port: MessagePortLike, locate?: (file: string) => string): void {
  const solver = loadHighs(locate, at => port.postMessage({ kind: 'progress', at } satisfies Told))
  port.onMessage(message => {
    const { id, request } = message as Asked
    solver
      .then(solve => solve(request))
      .then(answer => port.postMessage({ kind: 'answer', id, answer } satisfies Told))
      .catch((error: unknown) =>
        port.postMessage({ kind: 'failure', id, message: String(error) } satisfies Told),
      )
  })
}

/** The caller's side. `fail` rejects everything outstanding; call it after ending the worker. */
export function connectMilp(
  port: MessagePortLike,
  progress?: (at: MilpProgress) => void,
): { readonly solve: SolveMilp; readonly fail: (error: Error) => void } {
  const waiting = new Map<number, { resolve: (answer: MilpAnswer) => void; reject: (error: Error) => void }>()
  let next = 0
  port.onMessage(message => {
    const told = message as Told
    if (told.kind === 'progress') {
      progress?.(told.at)
      return
    }
    const asked = waiting.get(told.id)
    waiting.delete(told.id)
    if (told.kind === 'answer') asked?.resolve(told.answer)
    else asked?.reject(new Error(told.message))
  })
  return {
    solve: request =>
      new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        port.postMessage({ kind: 'solve', id, request } satisfies Asked)
      }),
    fail: error => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}
