/** The browser code, where no front door stands before Next: in development. */
import { islandsModule } from '../../islands';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Response => {
  const islands = islandsModule();
  if (!islands || new URL(request.url).pathname !== islands.address) return new Response(null, { status: 404 });
  return new Response(islands.code, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
};
