/**
 * The nonce under which the content security policy lets the page add its own `<style>`: the
 * server writes a fresh one into every index.html, Vite's build marks the place.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
const nonce = meta?.nonce || meta?.getAttribute('nonce') || '';

export const styleNonce = (): string => nonce;
