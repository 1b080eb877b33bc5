/** Which documents a page links to stand on its own site: these alone are taken with it. */
import type { MainText } from '../text/main-text.ts';

export type LinkedDocument = { readonly url: string; readonly title: string };

const bare = (host: string): string => host.replace(/^www\./, '');

/** The same host, with `www` or without, or one below it: `files.bao.example` of `bao.example`. */
export function isSameSite(url: URL, page: URL): boolean {
  const [host, home] = [bare(url.hostname), bare(page.hostname)];
  if (!/^https?:$/.test(url.protocol)) return false;
  if (url.hostname === page.hostname) return url.port === page.port;
  return host === home || host.endsWith(`.${home}`);
}

const nameIn = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

/** Each address once, whole and without its fragment. `pageUrl`: where the page came from. */
export function documentsOn(
  pageUrl: string,
  { documents, base }: Pick<MainText, 'documents' | 'base'>,
): readonly LinkedDocument[] {
  const page = URL.parse(pageUrl);
  const from = page && URL.parse(base ?? '', page.href);
  if (!page || !from) return [];
  const found = new Map<string, string>();
  for (const { href, words } of documents) {
    const url = URL.parse(href, from.href);
    if (url?.username !== '' || !isSameSite(url, page)) continue;
    url.hash = '';
    if (!found.has(url.href)) found.set(url.href, words || nameIn(url));
  }
  return [...found].map(([url, title]) => ({ url, title }));
}
