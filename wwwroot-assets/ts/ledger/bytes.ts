// Bytes and their spellings. Each decoder takes the one spelling that the format allows, as the library of the server
// does: text that is hashed and signed must not have two readings. Undefined stands for "not such a text".
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;

/** Undefined where the bytes are not UTF-8. A byte-order mark stays in the text, for the caller to refuse. */
export function text(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function joined(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const same = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const toHex = (bytes: Bytes): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export function toBase64(bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const toBase64Url = (bytes: Bytes): string => toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export function fromBase64(spelling: string): Bytes | undefined {
  if (spelling.length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(spelling)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(spelling), character => character.charCodeAt(0));
    return toBase64(bytes) === spelling ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Without padding, and of exactly so many bytes. */
export function fromBase64Url(spelling: string, length: number): Bytes | undefined {
  if (/[^A-Za-z0-9_-]/.test(spelling)) return undefined;
  const padded = spelling.replace(/-/g, '+').replace(/_/g, '/') + '==='.slice((spelling.length + 3) % 4);
  const bytes = fromBase64(padded);
  return bytes?.length === length && toBase64Url(bytes) === spelling ? bytes : undefined;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** Undefined where this browser has no Ed25519, which is something else than a signature that does not hold. */
export async function ed25519(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean | undefined> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    return (error as DOMException).name === 'DataError' ? false : undefined;
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}
