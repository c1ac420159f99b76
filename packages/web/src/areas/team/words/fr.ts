import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'institution.hint':
    'La médiation d’une autre institution n’entre dans votre entretien séparé qu’avec votre accord, et en sort à votre demande.',
  'institution.name': 'Nommer une institution',
  'institution.name-hint':
    'Sous le nom que chaque personne lira. La partie répond dans son entretien séparé.',
  'institution.here': 'Ici maintenant : {names}',
  'institution.nobody': 'Personne n’en est présent ici.',
  'institution.let-go': 'Mettre fin à leur présence',
  'institution.let-go-sure':
    '{names} : hors de cet entretien séparé et hors du bureau de la médiation, en une seule fois. Ce qui a été lu le reste ; rien de ce qui suit ne peut l’être.',
  'institution.sure-accepted-from-here':
    'La médiation de cette institution lira ce qui se dit à partir de maintenant : {institution}. L’entretien continue pour cela dans une nouvelle salle. Ce qui a été dit avant reste aux personnes qui sont ici.',
  'institution.sure-accepted-with-record':
    'La médiation de cette institution pourra lire tout ce qui a été dit dans cet entretien séparé : {institution}. Pour ce qui aura été lu, c’est sans retour.',
  'institution.sure-not-accepted':
    'Personne de cette institution n’entre dans votre entretien séparé ni au bureau de la médiation : {institution}. Vous pouvez en décider autrement à tout moment.',
  'institution.sure-asked-out':
    'La médiation voit aussitôt que ces personnes doivent partir : {institution}. Aucun consentement n’est nécessaire. Une fois fait, cette page le dit.',
  'institution.own': 'L’institution qui a ouvert les pourparlers',
  'institution.alone':
    '{name} est au bureau de la médiation sans être dans chaque entretien séparé. Parties manquantes : {parties}.',
  'institution.offered': 'Une nouvelle salle est proposée',
  'institution.offered-hint':
    'Accès à ce qui s’y dit depuis le début, et à rien de ce qui a été dit ici : {names}, de {institution}. Elle ne compte qu’avec l’accord de la partie.',
  'institution.adopt': 'Continuer dans la nouvelle salle',
  'institution.reads': 'Présence dès le début : {names}.',
  'institution.stays':
    'Ce qui a été dit jusqu’ici reste ici. Peut le lire qui le peut aujourd’hui, mais pas : {names}.',
  'institution.kept': 'La conservation suit la même règle : {basis}',
  'institution.consent-anew':
    'Le consentement ne se transmet pas : la partie le donne à nouveau dans la nouvelle salle, avec ses limites.',
  'institution.asks-end':
    'Ce qui a été demandé ici sans réponse prend fin. Ce qui doit être transmis est dit à nouveau.',
  'institution.went-on':
    'Cet entretien séparé continue dans une nouvelle salle, ouverte aussi à : {names}. La page l’ouvre dès que ses clés sont arrivées. Plus rien ne se dit ici.',
  'institution.from-here': 'À partir d’ici, accès aussi pour : {names}.',
  'institution.earlier': '{room}, avant l’arrivée de {names}',
  'institution.offer': 'Proposer une nouvelle salle pour continuer',
  'institution.bring': 'Faire entrer ici',
  'institution.to-desk': 'Faire entrer au bureau de la médiation',
}
