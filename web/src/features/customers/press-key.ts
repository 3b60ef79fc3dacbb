/** A new key for one click; sent again with the same key it makes nothing twice. Works without a secure context too. */
export function pressKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
