/** The forms of front matter fields and of props in an editor's words. */
import type { Shape } from '#archive/frontMatter/forms';
import type { PropRule, PropType } from '#model/bodyComponents';
import type { Form } from '#model/documents/fields';

const code = (word: string): string => `\`${word}\``;

const oneOf = (options: readonly string[]): string => options.map(code).join(', ');

/** What is written as one value. */
const formInWords = (form: Form): string => {
  switch (form.is) {
    case 'words':
      return form.prose ? 'sentences' : 'a line of words';
    case 'moment':
      return 'a time, `2026-10-15 06:00`';
    case 'choice':
      return `one of ${oneOf(form.of)}`;
    case 'yes-or-no':
      return '`true` or `false`';
    case 'number':
      return `a ${form.whole ? 'whole ' : ''}number, ${form.least} to ${form.most}`;
    case 'file-name':
      return form.folder ? `name of a file in \`content/${form.folder}\`` : 'name of another entry’s file';
    case 'address':
      return form.old ? 'an old address, with its query if it had one' : 'an address of this paper';
    case 'web-address':
      return form.secure ? 'a web address with https' : 'a web address';
    case 'mail-address':
      return 'a mail address';
    case 'language':
      return 'a language code, `sw`, `pt-BR`';
    case 'duration':
      return 'a length of time, `PT2M31S`';
    case 'path':
      return 'a file beside this one or in `content/media`';
  }
};

/** What is written for a field. */
export const shapeInWords = (shape: Shape): string => {
  switch (shape.is) {
    case 'value':
      return formInWords(shape.form);
    case 'list':
      if (shape.of.is === 'value' && shape.of.form.is === 'words')
        return shape.of.form.prose ? 'a list of sentences' : 'a list of words';
      if (shape.count !== undefined) return `a list of ${shape.count}: each ${shapeInWords(shape.of)}`;
      return shape.of.is === 'map'
        ? 'a list of maps, each with the fields below'
        : `a list: each ${shapeInWords(shape.of)}`;
    case 'map': {
      const short =
        shape.shorthand === undefined ? '' : `${shape.shorthand === 'src' ? 'a file name' : 'a single value'}, or `;
      return `${shape.orTrue ? '`true`, ' : ''}${short}a map with the fields below`;
    }
  }
};

const propForms: Readonly<Record<PropType, string>> = {
  text: '`"words"`',
  flag: 'the bare name',
  focus: '`{[0.5, 0.3]}`',
  moment: '`"2026-10-15 06:00"`',
  language: '`"sw"`',
  direction: '`"ltr"` or `"rtl"`',
  picture: 'a picture’s file name',
  sound: 'a recording’s file name',
  file: 'a file’s name',
  csv: 'a CSV file’s name',
  video: 'name of a file in `content/videos`',
  embed: 'an https address of a listed provider',
};

/** What is written for a prop. */
export const propInWords = ({ type }: PropRule): string => propForms[type];
