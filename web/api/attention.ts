/**
 * Whether anybody sits at the screen. Screens ask the server by themselves all the time; such a
 * question must not keep a session open that its person has left, so it says that nobody asked.
 */

/** Longer than a pause for thought, far shorter than the session's idle end. */
const ATTENDED_MS = 60_000;

let lastAt = Number.NEGATIVE_INFINITY;

const note = (): void => {
  lastAt = performance.now();
};

/** Opening the page is a sign of life; then every key and every press. */
export function watchAttention(target: EventTarget): void {
  note();
  for (const sign of ['keydown', 'pointerdown', 'wheel']) {
    target.addEventListener(sign, note, { capture: true, passive: true });
  }
}

export const isAttended = (): boolean => performance.now() - lastAt < ATTENDED_MS;
