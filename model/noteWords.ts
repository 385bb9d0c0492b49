/** What a page says about footnotes to those who hear it, in the language of the words that the notes belong to. */

/** Names of the list of notes and of the link back to where a note is called. */
export type NoteWords = {
  /** Absent in a language that is not listed: then the role alone names the list, in the reader's own language. */
  readonly list?: string;
  /** `reference`: the number of the call, as it is printed; `2-3` for the third call of the second note. */
  readonly back: (reference: string) => string;
};

/** By language (ISO 639). A paper in another language adds its line here. */
const known: Readonly<Record<string, readonly [list: string, back: string]>> = {
  ar: ['الحواشي', 'العودة إلى الإحالة'],
  de: ['Fußnoten', 'Zurück zur Textstelle'],
  en: ['Footnotes', 'Back to reference'],
  es: ['Notas', 'Volver a la referencia'],
  fr: ['Notes', 'Retour à l’appel de note'],
  it: ['Note', 'Torna al richiamo'],
  nl: ['Voetnoten', 'Terug naar verwijzing'],
  pt: ['Notas', 'Voltar à referência'],
  sw: ['Tanbihi', 'Rudi kwenye rejeo'],
};

const languageOf = (tag: string): string => {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    // A tag that is no language tag (RangeError) names no language.
    return '';
  }
};

/** The words for a language tag (`sw`, `fr-CD`). In a language that is not listed the number alone stands: it is nobody's word. */
export const noteWordsFor = (tag: string): NoteWords => {
  const words = known[languageOf(tag)];
  if (!words) return { back: (reference) => reference };
  const [list, back] = words;
  return { list, back: (reference) => `${back} ${reference}` };
};
