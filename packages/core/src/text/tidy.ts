/** What programs leave in a text when it is pasted or read from a file, and nobody means. */

/**
 * The same text with line feeds for every way of ending a line, and without hyphens, spaces and marks that are not seen: what the rules
 * refuse and a person cannot find. What changes how the text is read stays, and is refused.
 */
export const tidyText = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[\u00AD\u200B\u2060-\u2064\uFEFF]/g, '')
    .replaceAll(/(?<=^|[\0-\u05FF\u2000-\u206F\u3000])[\u200C\u200D]+/g, '')
