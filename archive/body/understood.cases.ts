/** What writers type, and what strict MDX has instead; the same words. */

/** Each text with the line as strict MDX writes it: the text is published as it stands, and the strict one says the same. */
export const understood: readonly (readonly [name: string, typed: string, strict: string])[] = [
  ['a less-than before a number', 'Fuel costs <5% now.', 'Fuel costs \\<5% now.'],
  ['a heart', 'We <3 it', 'We \\<3 it'],
  ['a less-than between blanks', 'a < b and c > d', 'a \\< b and c > d'],
  ['a less-than at the end', 'a <', 'a \\<'],
  ['a less-than before a letter of another script', 'x <é y', 'x \\<é y'],
  ['one word in braces', 'He said {sic} that.', 'He said \\{sic} that.'],
  ['a paragraph in braces', '{sic}', '\\{sic}'],
  ['years in braces', 'Moi {1914–18} came', 'Moi \\{1914–18} came'],
  [
    'a sentence in braces',
    '{see note 5, and the minister’s letter (1904).}',
    '\\{see note 5, and the minister’s letter (1904).}',
  ],
  ['marked words in braces', '{*sic*} and', '\\{*sic*} and'],
  ['a lone brace', 'a { b', 'a \\{ b'],
  ['empty braces', 'a {} b', 'a \\{} b'],
  ['braces behind an equals sign', 'the rate={unknown} then', 'the rate=\\{unknown} then'],
  [
    'an address in pointed brackets',
    'See <https://example.org/a_b_c>.',
    'See [https://example.org/a\\_b\\_c](https://example.org/a_b_c).',
  ],
  [
    'a mail address in pointed brackets',
    'Write to <desk@example.org>!',
    'Write to [desk@example.org](mailto:desk@example.org)!',
  ],
  ['a line break of HTML', 'one<br>two', 'one<br />two'],
  ['a closed line break that never opened', 'one</br>two', 'one<br />two'],
  ['a note of HTML to the desk', 'a <!-- ring him --> b', 'a {/* ring him */} b'],
  ['a note to the desk with an empty line', 'a {/* ring\n\nhim */} b', 'a {/* ring him */} b'],
  ['a paragraph that begins with import', 'import duties rose', ' import duties rose'],
  ['a paragraph that begins with export', 'export of tea fell\nand import too', ' export of tea fell\nand import too'],
  [
    'curly quotation marks of a phone',
    '<Pullquote by=“Grace”>Yes.</Pullquote>',
    '<Pullquote by="Grace">Yes.</Pullquote>',
  ],
  ['a prop without quotation marks', '<Pullquote by=Grace>Yes.</Pullquote>', '<Pullquote by="Grace">Yes.</Pullquote>'],
  [
    'a component round two paragraphs',
    '<Pullquote>One.\n\nTwo.</Pullquote>',
    '<Pullquote>\n\nOne.\n\nTwo.\n\n</Pullquote>',
  ],
  ['a picture of Markdown', '![A bridge](bridge.jpg)', '<Figure src="bridge.jpg" alt="A bridge" />'],
  ['a task list', '- [x] fed the cat\n- [ ] rang him', '- fed the cat\n- rang him'],
];
