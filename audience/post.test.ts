import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterFrom } from '#audience/letter';
import { bySmtp } from '#audience/post';
import { site } from '#site';

/** What the mail server heard, and what it says to a recipient. */
let heard = '';
let toRecipient = '250 OK';
let server: Server;

beforeEach(async () => {
  heard = '';
  toRecipient = '250 OK';
  server = createServer((socket) => {
    let inData = false;
    socket.write('220 mail.example\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += String(chunk);
      for (const line of String(chunk).split('\r\n').slice(0, -1)) {
        if (inData && line !== '.') continue;
        if (line === 'DATA') socket.write('354 go on\r\n');
        else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write(line.startsWith('RCPT') ? `${toRecipient}\r\n` : '250 OK\r\n');
        inData = line === 'DATA';
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const send = () => {
  const letter = letterFrom({
    ...{ site, siteUrl: 'https://news.example', to: 'reader@xn--zrich-kva.example', subject: 'Habari – ya asubuhi' },
    ...{ paragraphs: ['Words.'], id: 'abc', stop: 'https://news.example/stop' },
  });
  return bySmtp(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)(letter, 0);
};

test('a letter goes to its one reader, from the publication', async () => {
  expect(await send()).toMatchObject({ is: 'sent' });
  expect(heard.match(/^RCPT TO:.*$/gm)).toEqual(['RCPT TO:<reader@xn--zrich-kva.example>']);
  expect(heard).toContain('MAIL FROM:<letters@example.org>');
  expect(heard).toContain('Message-ID: <abc@example.org>');
});

test('a mailbox that there is not is given up', async () => {
  toRecipient = '550 5.1.1 <reader@xn--zrich-kva.example> unknown';
  expect(await send()).toEqual({ is: 'refused' });
});

test('a full mailbox is tried again, and the fault names nobody', async () => {
  toRecipient = '452 4.2.2 <reader@xn--zrich-kva.example> is full';
  const fault: unknown = await send().catch((caught: unknown) => caught);
  expect(String(fault)).toBe('Error: EENVELOPE 452');
});
