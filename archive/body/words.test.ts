/** Words are counted as people count them. */
import { expect, test } from 'vitest';
import { countWords } from '#archive/body/words';

test.each([
  ['', 0],
  ['one', 1],
  ['One two,  three.\nFour', 4],
  ['word—word and word – word', 5],
  ['It’s a well-known fact: 25,000 people, 83.5%, 06:00–07:30.', 11],
  ["Ng’ombe wa maskini hazai; ng'ombe huyu ni wa nani?", 9],
  ['ليس الخبر كالمعاينة، قال الرجل.', 5],
  ['Wanjirũ na Ngũgĩ walikwenda', 4],
  ['Привет, мир', 2],
  ['नमस्ते दुनिया', 2],
  ['… — “” () {} <', 0],
  ['😀 👍', 0],
  ['記者は橋を渡った', 4],
  ['東京 2020', 2],
  ['안녕하세요 세계', 2],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));
