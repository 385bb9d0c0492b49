import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { JsonLd } from './JsonLd';

test('A1: signs that mean something to HTML or end a line are escaped, and the words stay what they were', () => {
  const headline = '</script ><!-- & --> \u2028\u2029 "it\'s"';
  const html = renderToStaticMarkup(<JsonLd node={{ '@type': 'NewsArticle', headline }} id="data-0" />);
  const json = html.slice(html.indexOf('>') + 1, html.lastIndexOf('</script>'));
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(json)).toMatchObject({ headline });
});

test('nothing to say writes nothing', () => {
  expect(renderToStaticMarkup(<JsonLd node={undefined} id="data-0" />)).toBe('');
});
