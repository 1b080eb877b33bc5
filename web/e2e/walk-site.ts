/** What stands outside in the walk of the collector: a newspaper, a channel. All invented. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, html, type Site, startSite, status } from '../../testkit/bad-site.ts';
import { ARTICLE } from './walk-papers.ts';

const ORDINARY = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Giải đua thuyền bến sông</title></head><body><article><h1>Giải đua thuyền bến sông</h1>
<p>Sáng nay hai mươi đội đua tranh tài trong tiếng trống hội. Nước sông năm nay lên sớm nên đường
đua được rút ngắn một trăm mét, đội thuyền của các cụ trên sáu mươi tuổi nhận giải phong cách.</p>
</article></body></html>`;

const item = (path: string, title: string, at: Date): string =>
  `<item><title>${title}</title><link>${path}</link><pubDate>${at.toUTCString()}</pubDate></item>`;

function feed(published: Date): Uint8Array {
  const items = [
    item('/chuyen-ben-le', 'Chuyen ben le mua bau cu', published),
    item('/dua-thuyen', 'Giải đua thuyền bến sông', published),
  ];
  const channel = `<channel><title>Tin bịa đặt</title>${items.join('')}</channel>`;
  return Buffer.from(`<?xml version="1.0"?><rss version="2.0">${channel}</rss>`);
}

/** Two articles in a feed; a sitemap that fails. `published`: as the feed states. */
export const openNewspaper = (
  life: Parameters<typeof startSite>[0],
  published: Date,
): Promise<Site> =>
  startSite(life, {
    '/rss': bytes(feed(published), 'application/rss+xml'),
    '/chuyen-ben-le': html(ARTICLE),
    '/dua-thuyen': html(ORDINARY),
    '/sitemap.xml': status(500),
  });

/** What the operator of the collector writes once. */
export function configure(state: string, site: Site): void {
  const sources = [
    { name: 'tin-bia-dat', kind: 'feed', url: `${site.origin}/rss` },
    { name: 'trang-hong', kind: 'sitemap', url: `${site.origin}/sitemap.xml` },
    { name: 'kenh-ben-song', kind: 'jsonl', path: 'kenh.jsonl' },
  ];
  const limits = { pauseSeconds: 0, pageSeconds: 10 };
  const config = {
    contact: 'https://co-quan.example/lien-he',
    sources,
    limits,
    trialAddresses: [site.address],
  };
  writeFileSync(join(state, 'collector.json'), JSON.stringify(config));
  writeFileSync(join(state, 'kenh.jsonl'), '');
}

/** Later somebody else repeats it, in an export that is put beside the collector. */
export function exportChannel(state: string, published: Date): void {
  const text =
    'Bao nay ke lai. Theo mot nguon tin khong muon neu ten, nguoi du phong thu nhat se duoc goi ' +
    'tu doan kiem tra de ke Bai Qua, khong qua lay phieu tham do. Cung nguon tin nay noi rang ' +
    'thoi diem cong bo phuong an an dinh vao buoi chieu sau phien hop kin cua to tham dinh so ' +
    'chin.';
  const post = {
    url: 'https://kenh-ben-song.example/17',
    title: 'Nghe ke ben song',
    publishedAt: published.toISOString(),
    text,
  };
  writeFileSync(join(state, 'kenh.jsonl'), `${JSON.stringify(post)}\n`);
}
