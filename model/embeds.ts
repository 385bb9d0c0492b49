/** Whose pages an article may embed: one list of exact hosts, and how each is opened. */

/** A provider whose pages may be embedded. */
export type EmbedProvider = {
  readonly name: string;
  /** Exact host names, lower case. Subdomains that are not listed are somebody else's. */
  readonly hosts: readonly string[];
};

/** The list. Order is that of the documentation. */
export const embedProviders: readonly EmbedProvider[] = [
  {
    name: 'YouTube',
    hosts: [
      'www.youtube.com',
      'youtube.com',
      'm.youtube.com',
      'youtu.be',
      'www.youtube-nocookie.com',
      'youtube-nocookie.com',
    ],
  },
  { name: 'Vimeo', hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'] },
  { name: 'X', hosts: ['x.com', 'www.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'] },
  { name: 'Facebook', hosts: ['www.facebook.com', 'facebook.com', 'm.facebook.com', 'fb.watch'] },
  { name: 'Instagram', hosts: ['www.instagram.com', 'instagram.com'] },
  { name: 'TikTok', hosts: ['www.tiktok.com', 'tiktok.com', 'vm.tiktok.com'] },
  { name: 'Bluesky', hosts: ['bsky.app', 'embed.bsky.app'] },
  { name: 'SoundCloud', hosts: ['soundcloud.com', 'www.soundcloud.com', 'm.soundcloud.com', 'w.soundcloud.com'] },
  { name: 'Spotify', hosts: ['open.spotify.com'] },
  { name: 'Datawrapper', hosts: ['datawrapper.dwcdn.net', 'www.datawrapper.de'] },
  { name: 'Flourish', hosts: ['public.flourish.studio', 'flo.uri.sh'] },
  { name: 'OpenStreetMap', hosts: ['www.openstreetmap.org', 'openstreetmap.org'] },
];

const providerByHost = new Map(embedProviders.flatMap((provider) => provider.hosts.map((host) => [host, provider])));

/** An address that may be embedded. */
export type EmbedTarget = {
  readonly provider: EmbedProvider;
  /** The page at the provider, for people and for the link that needs no script. */
  readonly page: string;
  /** What goes into a frame after the tap, where the provider has a frame that needs no script of theirs in our page. */
  readonly player?: string;
};

const parsed = (url: string): URL | undefined => {
  try {
    return new URL(url);
  } catch {
    // Not an address at all (TypeError).
    return undefined;
  }
};

/** The provider and addresses of an embed; `undefined` where the address is not https or its host is not on the list. */
export const embedTarget = (url: string): EmbedTarget | undefined => {
  const address = parsed(url);
  if (!address || address.protocol !== 'https:' || address.port !== '' || address.username || address.password) return;
  const provider = providerByHost.get(address.hostname);
  if (!provider) return undefined;
  const page = pageOf(provider, address);
  const player = playerOf(provider, address);
  return { provider, page, ...(player === undefined ? {} : { player }) };
};

const youtubeId = (address: URL): string | undefined => {
  const inPath = /^\/(?:embed|shorts|live|v)\/([\w-]{6,20})/.exec(address.pathname)?.[1];
  const short = address.hostname === 'youtu.be' ? /^\/([\w-]{6,20})/.exec(address.pathname)?.[1] : undefined;
  const query = address.searchParams.get('v') ?? '';
  return inPath ?? short ?? (/^[\w-]{6,20}$/.test(query) ? query : undefined);
};

const vimeoId = (address: URL): string | undefined => /^\/(?:video\/)?(\d{3,12})\b/.exec(address.pathname)?.[1];

/** The page that people share, also where the pasted address is that of a player's frame. */
const pageOf = (provider: EmbedProvider, address: URL): string => {
  if (provider.name === 'YouTube') {
    const id = youtubeId(address);
    if (id) return `https://www.youtube.com/watch?v=${id}`;
  }
  if (provider.name === 'Vimeo') {
    const id = vimeoId(address);
    if (id) return `https://vimeo.com/${id}`;
  }
  if (provider.name === 'Spotify') return address.href.replace('/embed/', '/');
  const wrapped = address.searchParams.get(address.hostname === 'w.soundcloud.com' ? 'url' : 'href');
  const inner = wrapped && /^\/(?:plugins|player)\//.test(address.pathname) ? parsed(wrapped) : undefined;
  return inner && providerByHost.get(inner.hostname) === provider ? inner.href : address.href;
};

const playerOf = (provider: EmbedProvider, address: URL): string | undefined => {
  const youtube = provider.name === 'YouTube' ? youtubeId(address) : undefined;
  if (youtube) return `https://www.youtube-nocookie.com/embed/${youtube}`;
  const vimeo = provider.name === 'Vimeo' ? vimeoId(address) : undefined;
  if (vimeo) return `https://player.vimeo.com/video/${vimeo}?dnt=1`;
  if (provider.name === 'Spotify') return pageOf(provider, address).replace('.com/', '.com/embed/');
  if (provider.name === 'SoundCloud')
    return `https://w.soundcloud.com/player/?url=${encodeURIComponent(pageOf(provider, address))}`;
  if (/^(?:datawrapper\.dwcdn\.net|flo\.uri\.sh)$/.test(address.hostname)) return address.href;
  if (provider.name === 'OpenStreetMap' && address.pathname === '/export/embed.html') return address.href;
  return undefined;
};
