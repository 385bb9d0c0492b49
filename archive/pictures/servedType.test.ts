import { expect, test } from 'vitest';
import { servedTypeFor } from '#archive/pictures/servedType';

test.each([
  ['audio/mpeg', 'audio/mpeg', 'inline'],
  ['video/mp4', 'video/mp4', 'inline'],
  ['text/vtt', 'text/vtt; charset=utf-8', 'inline'],
  ['Text/VTT; charset=latin1', 'text/vtt; charset=utf-8', 'inline'],
  ['application/pdf', 'application/pdf', 'inline'],
  ['text/csv', 'text/csv; charset=utf-8', 'attachment'],
])('%s is sent as %s, %s', (mime, type, how) => {
  const served = servedTypeFor(mime, 'a.bin');
  expect([served.type, served.disposition.split(';')[0]]).toEqual([type, how]);
});

test.each([
  'text/html',
  'TEXT/HTML; charset=utf-8',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'text/javascript',
  'application/javascript',
  '',
  'constructor',
  '__proto__',
  'multipart/x-mixed-replace',
  'text/html,audio/mpeg',
])('%j is only ever saved', (mime) => {
  const served = servedTypeFor(mime, 'a.html');
  expect(served.type).toBe('application/octet-stream');
  expect(served.disposition).toMatch(/^attachment;/);
});

test('a name cannot break out of its header', () => {
  const { disposition } = servedTypeFor('audio/mpeg', 'a"; x=y\r\nSet-Cookie: a=b\u202e(Ngũgĩ)*.mp3');
  expect(disposition).toMatch(/^[\x20-\x7e]+$/);
  expect(disposition.match(/"/g)).toHaveLength(2);
  expect(disposition).toContain("filename*=UTF-8''a%22%3B%20x%3Dy%0D%0A");
  expect(() => new Headers({ 'content-disposition': disposition })).not.toThrow();
});

test('a name of any script arrives whole', () => {
  expect(servedTypeFor('application/pdf', 'ngũgĩ.pdf').disposition).toBe(
    'inline; filename="ngugi.pdf"; filename*=UTF-8\'\'ng%C5%A9g%C4%A9.pdf',
  );
});
