/** Entry of the process that draws one page. Runs only in the sandbox, with the canvas addon. */
import { serveOneFile } from './child-pipe.ts';
import { renderPage } from './page/page-picture.ts';

const words = (found: unknown): string[] => (Array.isArray(found) ? found.map(String) : []);

await serveOneFile(async ({ file, request }, send) => {
  const { png, pages } = await renderPage(file, {
    page: Number(request.page),
    widthPx: Number(request.widthPx),
    mark: words(request.mark),
    notice: words(request.notice),
    ...(Array.isArray(request.code) ? { code: Int8Array.from(request.code) } : {}),
  });
  await send({ type: 'page', pages }, png);
});
