/**
 * The copy mark on a canvas: its lines moved by the signs of one copy. The rules are those of
 * `core/copy-mark`; this process is given the signs of one copy and page, never the secret.
 */
import type { Canvas } from '@napi-rs/canvas';
import type { PageCode } from '../../../../core/copy-mark/code-signs.ts';
import { findLines } from '../../../../core/copy-mark/find-lines.ts';
import { moveLines } from '../../../../core/copy-mark/move-lines.ts';
import { greyOf, type Picture } from '../../../../core/copy-mark/picture.ts';

export function moveCanvasLines(canvas: Canvas, plain: Canvas, code: PageCode): void {
  const { width, height } = canvas;
  const pen = canvas.getContext('2d');
  const image = pen.getImageData(0, 0, width, height);
  moveLines({ width, height, rgba: image.data }, findLines(greyCanvas(plain)), code);
  pen.putImageData(image, 0, 0);
}

export function greyCanvas(canvas: Canvas): Picture {
  const { width, height } = canvas;
  return greyOf(canvas.getContext('2d').getImageData(0, 0, width, height).data, canvas);
}
