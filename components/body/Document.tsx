/** A paper that readers may take away. */
import { fileKind, formatBytes } from '#model/byteSize';
import { fileAddress, fileNameOf } from '#model/fileAddress';
import type { Asset } from '#model/material';

type DocumentProps = { readonly asset: Asset; readonly title?: string | undefined };

/** One ruled row that is a link: the title, and what it costs to fetch. */
export function Document({ asset, title = fileNameOf(asset.file) }: DocumentProps) {
  return (
    <div className="document">
      <a href={fileAddress(asset)}>
        <b>{title}</b>
        <span className="meta">{`${fileKind(asset)}, ${formatBytes(asset.bytes)}`}</span>
      </a>
    </div>
  );
}
