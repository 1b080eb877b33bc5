/** A grey picture through a real JPEG encoder and back, for tests of what pictures go through. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

type Grey = { readonly width: number; readonly height: number; readonly pixels: Float32Array };

export function jpegOf({ width, height, pixels }: Grey, quality: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(width, height);
  // Rounds and clamps.
  const grey = new Uint8ClampedArray(pixels);
  const words = new Uint32Array(image.data.buffer);
  for (let at = 0; at < pixels.length; at += 1) {
    words[at] = 0xff000000 + (grey[at] as number) * 0x010101;
  }
  pen.putImageData(image, 0, 0);
  return canvas.encode('jpeg', quality);
}

export async function throughJpeg(picture: Grey, quality: number): Promise<Grey> {
  const image = await loadImage(await jpegOf(picture, quality));
  const { width, height } = picture;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const pixels = new Float32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = data[4 * at] as number;
  return { width, height, pixels };
}
