/** What bodies in plain HTML or Markdown may show, asked of what the archive found. */
import type { PlainMaterial } from '#archive/body/plainBody';
import { fileAddress } from '#model/fileAddress';
import type { Address } from '#model/article';
import type { BodyMaterial } from '#model/material';
import { offeredWidths, renditionAddress, renditionSize } from '#model/renditions';
import { absolute } from '#syndication/paper';
import { paper } from './machines';

/** The widest picture in a plain body: feed readers choose no rendition by themselves. */
const widest = 960;

const pathOf = (href: string): string => href.replace(/[?#].*$/, '');

/** What a plain body on the page at `address` may show, with whole addresses. */
export const plainMaterial = (address: Address, material: BodyMaterial): PlainMaterial => ({
  absolute: (path) => absolute(paper, path),
  address,
  isPublic: (href) => material.openLinks.has(pathOf(href)),
  picture: (file) => {
    const photo = material.photos.get(file);
    if (!photo) return undefined;
    const width = offeredWidths(photo, 'natural').findLast((offered) => offered <= widest) ?? widest;
    const src = absolute(paper, renditionAddress(photo, 'natural', width, 'jpg'));
    return {
      src,
      ...renditionSize(photo, 'natural', width),
      alt: photo.alt,
      caption: photo.caption,
      credit: photo.credit,
    };
  },
  asset: (file) => {
    const asset = material.assets.get(file);
    return asset && { href: absolute(paper, fileAddress(asset)), ...(asset.rows && { rows: asset.rows }) };
  },
  video: (id) => {
    const video = material.videos.get(id);
    return video && { title: video.title, href: absolute(paper, `/videos#${id}`) };
  },
});
