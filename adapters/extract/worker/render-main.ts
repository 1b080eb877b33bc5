/** Entry of the process that draws one page. Runs only in the sandbox, with the canvas addon. */
import { serveOneFile } from './child-pipe.ts';
import { renderPage } from './page/page-picture.ts';

await serveOneFile(async ({ file, request }, send) => {
  const { png, pages } = await renderPage(file, {
    page: Number(request.page),
    widthPx: Number(request.widthPx),
    mark: Array.isArray(request.mark) ? request.mark.map(String) : [],
  });
  await send({ type: 'page', pages }, png);
});
