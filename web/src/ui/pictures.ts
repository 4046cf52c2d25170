/** A picture as a document carries it: small enough to travel with every one of them. */

import { pickFile } from './pick-file.ts';

/** How large a picture is kept, in pixels. */
interface Room {
  readonly wide: number;
  readonly high: number;
}

/** What paper shows of a logo at most: a hand's breadth in print quality. */
const LOGO: Room = { wide: 640, high: 240 };
/** What a list and paper show of a product. */
const PRODUCT: Room = { wide: 320, high: 320 };
/** A file of up to this many bytes that is not larger than that is taken as it is. */
const SMALL_FILE = 24_000;
const LARGEST_FILE = 20_000_000;

function readAsDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** The picture drawn by the browser, which runs no script and loads nothing for it. */
function drawable(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('no picture'));
    picture.src = url;
  });
}

function scaled(picture: HTMLImageElement, type: string, room: Room): string {
  // A drawing without a size of its own gets the whole room.
  const width = picture.naturalWidth || room.wide;
  const height = picture.naturalHeight || room.high;
  const part = Math.min(1, room.wide / width, room.high / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * part));
  canvas.height = Math.max(1, Math.round(height * part));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return type === 'image/jpeg'
    ? canvas.toDataURL('image/jpeg', 0.85)
    : canvas.toDataURL('image/png');
}

/** A file of a kind of picture that documents carry; null where none was picked. */
export function pickPicture(): Promise<File | null> {
  return pickFile('image/png,image/jpeg,image/webp,image/svg+xml');
}

/** A logo's file as a `data:` address, scaled down where it is large; null where it is no picture. */
export function readLogo(file: File): Promise<string | null> {
  return readPicture(file, LOGO);
}

/** The same for the picture of a product or a line. */
export function readProductPicture(file: File): Promise<string | null> {
  return readPicture(file, PRODUCT);
}

async function readPicture(file: File, room: Room): Promise<string | null> {
  if (file.size > LARGEST_FILE) return null;
  try {
    const own = await readAsDataUrl(file);
    const picture = await drawable(own);
    const fits = picture.naturalWidth <= room.wide && picture.naturalHeight <= room.high;
    const isSmall = file.size <= SMALL_FILE;
    // A drawing has no pixels to spare: it is kept while it is small.
    if (isSmall && (fits || file.type === 'image/svg+xml')) return own;
    const drawn = scaled(picture, file.type, room);
    return fits && own.length < drawn.length ? own : drawn;
  } catch {
    return null;
  }
}
