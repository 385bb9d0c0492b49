/** The port on which Prometheus reads the metrics: of this machine only, unless the publisher says otherwise. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { complain, log } from '#edge/log';
import type { Metrics } from '#edge/metrics';

/** Where the metrics can be read. */
export type MetricsPlace = { readonly port: number; readonly host: string };

/** Opens the port. One that cannot be had is told and costs the metrics, never the site: `undefined`. */
export const openMetricsPort = (place: MetricsPlace, { page, contentType }: Metrics): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer({ maxHeaderSize: 8192, requestTimeout: 10_000 }, (request, response) => {
      if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') {
        return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The metrics are at /metrics.\n');
      }
      page().then(
        (text) => response.writeHead(200, { 'Content-Type': contentType }).end(text),
        (fault: unknown) => {
          complain('edge', `the metrics cannot be written: ${fault instanceof Error ? fault.message : String(fault)}`);
          response.writeHead(500).end();
        },
      );
    });
    server.maxConnections = 16;
    server.once('error', (fault) => {
      complain('edge', `no metrics on ${place.host}:${place.port} (METRICS_PORT): ${fault.message}`);
      resolve(undefined);
    });
    server.listen(place, () => {
      // A server that listens on a port has an address of this kind.
      const { address, port } = server.address() as AddressInfo;
      log('edge', `metrics are at http://${address.includes(':') ? `[${address}]` : address}:${port}/metrics`);
      server.unref();
      resolve(server);
    });
  });
