import type { CliArea } from '../area.ts'
import { registerPortfolio, registerTrack } from './beside.ts'
import { registerOffices } from './command.ts'

export const offices: CliArea<'offices'> = {
  handles: {},
  items: {},
  examples: {
    'good-offices':
      'goodoffices item put good-offices --in caucus:iran --offered-by "Ministry of Foreign Affairs" --would-do carry --format shuttle --publicity nothing --also-asked not-said --answer-by 2026-02-05',
    'agreement-to-mediate':
      'goodoffices item put agreement-to-mediate --in caucus:iran --title "Rules of the mediation" --agreement-in "text en Nothing is said outside."',
    track:
      'goodoffices item put track --in desk --track-of "Another ministry" --track-state active --relation parallel',
    portfolio:
      'goodoffices item put portfolio --in desk --in-hands-of second --duties "The nuclear file" --for-parties iran',
    safety: 'goodoffices item put safety --in desk --whom "The envoy" --party iran',
  },
  commands: [
    { under: 'The talks', place: 38, register: registerOffices },
    { under: 'The talks', place: 43, register: registerPortfolio },
    { under: 'The talks', place: 44, register: registerTrack },
  ],
}
