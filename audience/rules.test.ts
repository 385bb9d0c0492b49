import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linksAt } from '#audience/links';
import { checkMailAddress } from '#audience/mailAddress';
import { networkLimit, networkOf } from '#audience/networkLimit';
import { largestForm, readPostedForm } from '#audience/postedForm';
import { byOutbox, bySmtp, PostFault } from '#audience/post';
import { pauseAfter } from '#audience/postman';
import { packForm, unpackForm } from '#audience/returnedForm';
import { isFromThisSite } from '#audience/sameSite';
import { seal, unseal } from '#audience/sealing';
import { siteSecret } from '#audience/secret';
import { signUpLetter } from '#audience/signUpLetter';
import { signerWith } from '#audience/signing';
import { site } from '#site';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'audience-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test.each([
  ['reader@example.org', 'reader@example.org', 'reader@example.org'],
  ['  reader@example.org ', 'reader@example.org', 'reader@example.org'],
  ['Amina.Wafula+mara@Example.ORG', 'Amina.Wafula+mara@example.org', 'amina.wafula+mara@example.org'],
  ["o'brien@example.co.ke", "o'brien@example.co.ke", "o'brien@example.co.ke"],
  ['leser@zürich.example', 'leser@xn--zrich-kva.example', 'leser@xn--zrich-kva.example'],
  ['leser@ZU\u0308RICH.example', 'leser@xn--zrich-kva.example', 'leser@xn--zrich-kva.example'],
  ['अजय@डाटा.भारत', 'अजय@xn--c2bd1gb.xn--h2brj9c', 'अजय@xn--c2bd1gb.xn--h2brj9c'],
])('%s can be written to', (typed, address, mailbox) => {
  expect(checkMailAddress(typed)).toEqual({ address, mailbox });
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['no @', 'reader.example.org'],
  ['no name', '@example.org'],
  ['no domain', 'reader@'],
  ['a domain of one word', 'reader@localhost'],
  ['a network address', 'reader@192.0.2.7'],
  ['a network address in brackets', 'reader@[192.0.2.7]'],
  ['a number that reads as a network address', 'reader@1.2.3'],
  ['two @', 'a@b@example.org'],
  ['two addresses', 'a@example.org,b@example.org'],
  ['two addresses with a semicolon', 'a@example.org; b@example.org'],
  ['a name around it', 'Reader <reader@example.org>'],
  ['a quoted name', '"a b"@example.org'],
  ['a comment', 'reader(x)@example.org'],
  ['a blank inside', 'rea der@example.org'],
  ['a dot at the start', '.reader@example.org'],
  ['a dot at the end', 'reader.@example.org'],
  ['two dots', 'rea..der@example.org'],
  ['an empty label', 'reader@example..org'],
  ['a hyphen at the start of a label', 'reader@-example.org'],
  ['an escape', 'reader@ex%61mple.org'],
  ['a line end behind it', 'reader@example.org\n'],
  ['a header behind it', 'reader@example.org\r\nBcc: all@example.org'],
  ['a header in the name', 'reader\r\nBcc: x@example.org'],
  ['NUL', 'reader\u0000@example.org'],
  ['a bidi override', 'reader\u202e@example.org'],
  ['a zero-width blank', 'rea\u200bder@example.org'],
  ['another kind of line end', 'reader\u2028@example.org'],
  ['a name of 65 bytes', `${'a'.repeat(65)}@example.org`],
  ['a label of 64', `a@${'b'.repeat(64)}.org`],
  ['255 characters', `a@${'b.'.repeat(125)}org`],
  ['a megabyte', `${'a'.repeat(1_000_000)}@example.org`],
])('an address with %s is refused', (_, typed) => {
  expect(checkMailAddress(typed)).toBeUndefined();
});

test('the longest address that there may be is taken', () => {
  const typed = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.org`;
  expect([typed.length, checkMailAddress(typed)?.address]).toEqual([254, typed]);
  expect(checkMailAddress(typed.replace('.org', 'd.org'))).toBeUndefined();
});

test('a network is an IPv4 address or what one household has of IPv6', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'));
  expect(networkOf('::1')).toBe('0:0:0:0');
});

test('counts begin anew at midnight UTC, because the salt does', () => {
  const may = networkLimit({ most: 1, within: 60_000 });
  const midnight = Date.parse('2026-10-16T00:00:00Z');
  expect([may('192.0.2.7', midnight - 1000), may('192.0.2.7', midnight - 500)]).toEqual([true, false]);
  expect(may('192.0.2.7', midnight)).toBe(true);
});

test('a flood of networks does not fill the memory', () => {
  const may = networkLimit({ most: 1, within: 3_600_000 });
  for (let n = 0; n < 60_000; n += 1) may(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 0);
  expect(may('10.0.0.0', 1)).toBe(true);
  expect(may('10.0.234.95', 1)).toBe(false);
});

test('the secret is made once, for this user alone, and stays', () => {
  const made = siteSecret(dir);
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect([siteSecret(dir), readdirSync(dir)]).toEqual([made, ['secret']]);
  expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600);
  expect(siteSecret(dir, 'given'.repeat(10))).toBe('given'.repeat(10));
});

test('a secret file that was emptied is not signed with', () => {
  writeFileSync(join(dir, 'secret'), '\n');
  expect(() => siteSecret(dir)).toThrow(/Delete it/);
});

test('two sites with different secrets do not take each other’s tokens', () => {
  const [ours, theirs] = [signerWith('a'.repeat(32)), signerWith('b'.repeat(32))];
  const token = theirs.token('confirm', 'abc', 1000);
  expect(ours.check('confirm', token, 0)).toEqual({ is: 'forged' });
  expect(theirs.check('confirm', token, 999)).toEqual({ is: 'good', subject: 'abc', at: 1000 });
  expect(theirs.check('confirm', token, 1000)).toMatchObject({ is: 'expired' });
  expect(theirs.check('confirm', token.replace('.', '.z'), 0)).toEqual({ is: 'forged' });
});

test('sealed words are read by this site alone, and not after a change', () => {
  const sealed = seal('secret', 'reader@example.org');
  expect(sealed).not.toContain('reader');
  expect(unseal('secret', sealed)).toBe('reader@example.org');
  for (const wrong of ['', 'x', sealed.slice(2), `${sealed.slice(0, -3)}AAA`, 'A'.repeat(5000)]) {
    expect(unseal('secret', wrong)).toBeUndefined();
  }
  expect(unseal('other', sealed)).toBeUndefined();
});

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://news.example' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://news.example' }, true],
  [{ origin: 'http://news.example' }, false],
  [{ origin: 'https://news.example.evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ referer: 'https://evil.example/?https://news.example/' }, false],
  [{ referer: 'https://news.example/newsletter' }, true],
  [{ referer: 'nonsense' }, false],
  [{}, true],
])('a form with %j is ours: %s', (headers, ours) => {
  expect(isFromThisSite(new Headers(headers), 'https://news.example')).toBe(ours);
});

const urlencoded = 'application/x-www-form-urlencoded';
const post = (body: string | FormData | Uint8Array<ArrayBuffer>, type?: string): Request =>
  new Request('https://news.example/', {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'content-type': type },
  });

test('a form is read as browsers send it, in both ways', async () => {
  const parts = new FormData();
  parts.append('email', 'a@example.org');
  parts.append('newsletter', 'x');
  parts.append('newsletter', 'ÿ');
  for (const request of [post(parts), post('email=a%40example.org&newsletter=x&newsletter=%C3%BF', urlencoded)]) {
    const form = await readPostedForm(request);
    expect(form.ok && [form.value.one('email'), form.value.all('newsletter')]).toEqual(['a@example.org', ['x', 'ÿ']]);
    expect(form.ok && [form.value.one('missing'), form.value.one('newsletter')]).toEqual(['', '']);
  }
});

const withFile = new FormData();
withFile.append('email', new Blob(['x']), 'x.txt');

test.each([
  ['JSON', 415, () => post('{}', 'application/json')],
  ['plain text', 415, () => post('email=a', 'text/plain')],
  ['no type', 415, () => post(new Uint8Array([1]))],
  ['a type that only begins like ours', 415, () => post('x', `${urlencoded}x`)],
  ['a megabyte', 413, () => post(`email=${'a'.repeat(1_000_000)}`, urlencoded)],
  ['a byte too many', 413, () => post('a'.repeat(largestForm + 1), urlencoded)],
  ['bytes that are no UTF-8', 400, () => post(new Uint8Array([0x61, 0x3d, 0xff]), urlencoded)],
  ['an escape that is no UTF-8', 400, () => post('email=%FF', urlencoded)],
  ['a thousand fields', 400, () => post('a&'.repeat(1000), urlencoded)],
  ['a file', 400, () => post(withFile)],
  ['parts without a border', 400, () => post('x', 'multipart/form-data')],
  [
    'parts that are cut off',
    400,
    () => post('--x\r\nContent-Disposition: form-data', 'multipart/form-data; boundary=x'),
  ],
])('a form of %s is refused with %i', async (_, fault, request) => {
  expect(await readPostedForm(request())).toEqual({ ok: false, fault });
});

test('a form that comes without its length is not read further than it may be', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (flow) => {
      sent += 1;
      flow.enqueue(new Uint8Array(1024).fill(97));
    },
  });
  const init = { method: 'POST', body, headers: { 'content-type': urlencoded }, duplex: 'half' };
  expect(await readPostedForm(new Request('https://news.example/', init))).toEqual({ ok: false, fault: 413 });
  expect(sent).toBeLessThan(40);
});

test('a form that came back reaches its page as it was, and nonsense does not', () => {
  const form = { fault: 'address', email: '"><script>é', newsletters: ['six-oclock'], stamp: 's' };
  expect(packForm(form)).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(unpackForm(packForm(form))).toEqual(form);
  expect(unpackForm(packForm({ fault: 'address', email: 'a'.repeat(5000) }))).toEqual({ fault: 'address' });
  for (const header of [null, '', 'null', Buffer.from('{"fault":1}').toString('base64url')]) {
    expect(unpackForm(header)).toBeUndefined();
  }
});

test('tries come after 1, 2, 4 … and never more than 60 minutes', () => {
  expect([1, 2, 3, 7, 500].map((tries) => pauseAfter(tries) / 60_000)).toEqual([1, 2, 4, 60, 60]);
});

const signer = signerWith('s'.repeat(32));
const letterTo = (to: string, name = site.name) => {
  const signUp = {
    ...{ id: 'a'.repeat(32), address: to, mailbox: to, newsletters: 'six-oclock,long-read' },
    ...{ consent_version: '1', consent_words: '', asked_at: 0, expires_at: 10, confirmed_at: null },
    ...{ letter_due: 0, letter_tries: 1 },
  };
  const siteUrl = 'https://news.example';
  return signUpLetter({
    site: { ...site, name },
    siteUrl,
    signUp,
    reader: undefined,
    links: linksAt(signer, siteUrl, 0, 10),
  });
};

test('the outbox gets a letter that mail programs read, for this user alone, with a way out in one tap', async () => {
  const delivery = await byOutbox(dir)(letterTo('reader@example.org'), Date.parse('2026-10-15T06:00:00Z'));
  const file = delivery.is === 'sent' ? delivery.where : '';
  expect(file).toMatch(/outbox\/2026-10-15T06-00-00-000Z-[0-9a-f]{8}\.eml$/);
  expect(file).not.toContain('reader');
  expect([statSync(file).mode & 0o777, statSync(join(dir, 'outbox')).mode & 0o777]).toEqual([0o600, 0o700]);
  const mail = readFileSync(file, 'utf8');
  expect(mail).toContain('To: reader@example.org\r\n');
  expect(mail).toContain('From: The Mara Courier <letters@example.org>\r\n');
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  expect(mail.replaceAll('\r\n ', '')).toMatch(
    /List-Unsubscribe: ?<https:\/\/news\.example\/api\/newsletter\/unsubscribe\?token=/,
  );
  expect(mail).toContain('Content-Type: text/plain');
  expect(mail).toContain('Content-Type: text/html');
});

test('a letter to letters of another script has one recipient and no second header', async () => {
  const letter = letterTo('अजय@xn--c2bd1gb.xn--h2brj9c');
  const delivery = await byOutbox(dir)(letter, 0);
  const head = readFileSync(delivery.is === 'sent' ? delivery.where : '', 'utf8').split('\r\n\r\n', 1)[0] ?? '';
  expect(head.match(/^(?:to|cc|bcc):/gim)).toHaveLength(1);
});

test('a publication’s name cannot become markup in a letter', () => {
  expect(letterTo('reader@example.org', '<b>"Us" & them').html).not.toContain('<b>');
});

test('the letter has the same links in both its forms', () => {
  const { text, html } = letterTo('reader@example.org');
  const linksIn = (words: string) =>
    [...words.matchAll(/https:\/\/news\.example\/newsletter\/[^\s"]+/g)].map(([link]) => link);
  expect(linksIn(text)).toHaveLength(2);
  expect(linksIn(html)).toEqual(linksIn(text));
});

test('a mail server that cannot be reached is a fault that names no address', async () => {
  const fault = await bySmtp('smtp://127.0.0.1:1')(letterTo('reader@example.org'), 0).catch(
    (caught: unknown) => caught,
  );
  expect(fault).toBeInstanceOf(PostFault);
  expect(String(fault)).not.toContain('example.org');
});
