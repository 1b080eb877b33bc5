/** Lets one caller sleep until something came, or for so long. */

export class Waking {
  #wake: (() => void) | null = null;
  #closed = false;

  async wait(ms: number): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  ring(): void {
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.ring();
  }
}
