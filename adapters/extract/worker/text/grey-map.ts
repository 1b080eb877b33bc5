/** Pixels as the portable grey map (PGM) that recognition takes without a decoder. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray;
};

export function greyMap({ width, height, channels, data }: Pixels): Buffer {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const grey = Buffer.allocUnsafe(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    // Green carries most of the lightness; enough to read black print by.
    grey[at] = data[at * channels + (channels > 2 ? 1 : 0)] ?? 255;
  }
  return Buffer.concat([head, grey]);
}
