export type SolutionName = 'nash' | 'kalaiSmorodinsky' | 'egalitarian' | 'utilitarian' | 'maxNashWelfare'
