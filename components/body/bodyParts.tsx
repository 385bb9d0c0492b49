/** The map from what stands in a stored body to what the page draws, for one body and the material it may show. */
import type { Element, ElementContent } from 'hast';
import type { Components } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Audio } from '#components/body/Audio';
import { BodyLink } from '#components/body/BodyLink';
import { Cell } from '#components/body/Cell';
import { Document } from '#components/body/Document';
import { Embed } from '#components/body/Embed';
import { FactBox } from '#components/body/FactBox';
import { Figure } from '#components/body/Figure';
import { Gallery, type GalleryPicture } from '#components/body/Gallery';
import { KeyFigure } from '#components/body/KeyFigure';
import { Moment } from '#components/body/Moment';
import { NoteList } from '#components/body/NoteList';
import { Pullquote } from '#components/body/Pullquote';
import { Quote } from '#components/body/Quote';
import { Table } from '#components/body/Table';
import { Timeline } from '#components/body/Timeline';
import { Video } from '#components/body/Video';
import type { BodyComponent } from '#model/body';
import type { BodyMaterial } from '#model/material';

/** What drawing a body needs beside its tree. */
export type Drawing = {
  readonly material: BodyMaterial;
  /** Language of the body's words (BCP 47): what the page adds to them for those who hear it is said in it. */
  readonly lang: string;
  /** Whether somebody paid for the piece: links that leave the paper then say so. */
  readonly sponsored?: boolean;
  /** The block whose picture is fetched before all others. */
  readonly opening?: Element | undefined;
};

type Part = { readonly node: Element; readonly children?: ReactNode };

/** A prop as the editor wrote it; empty is the same as absent, but for `alt`, where it says "decorative". */
const wordOf = ({ properties }: Element, name: string): string | undefined => {
  const value = properties[name];
  return typeof value === 'string' && (value !== '' || name === 'alt') ? value : undefined;
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';

const pictureOf = (node: Element, { photos }: BodyMaterial): GalleryPicture | undefined => {
  const photo = photos.get(wordOf(node, 'src') ?? '');
  return (
    photo && {
      photo,
      alt: wordOf(node, 'alt'),
      caption: wordOf(node, 'caption'),
      wide: node.properties['wide'] === true,
    }
  );
};

/** The newsroom's components. `Update`s are taken out of the body when it is read: they are entries of the live article. */
const newsroomParts = ({ material, opening }: Drawing): Record<BodyComponent, (part: Part) => ReactNode> => ({
  Figure: ({ node }) => {
    const picture = pictureOf(node, material);
    return picture && <Figure {...picture} priority={node === opening} />;
  },
  Gallery: ({ node }) => (
    <Gallery
      pictures={node.children.filter(isElement).flatMap((child) => pictureOf(child, material) ?? [])}
      priority={node === opening}
    />
  ),
  Pullquote: ({ node, children }) => <Pullquote by={wordOf(node, 'by')}>{children}</Pullquote>,
  FactBox: ({ node, children }) => <FactBox title={wordOf(node, 'title') ?? ''}>{children}</FactBox>,
  Timeline: ({ node, children }) => <Timeline title={wordOf(node, 'title')}>{children}</Timeline>,
  Moment: ({ node, children }) => (
    <Moment date={wordOf(node, 'date') ?? ''} title={wordOf(node, 'title')}>
      {children}
    </Moment>
  ),
  KeyFigure: ({ node }) => <KeyFigure value={wordOf(node, 'value') ?? ''} label={wordOf(node, 'label') ?? ''} />,
  Quote: ({ node, children }) => {
    const dir = wordOf(node, 'dir');
    return (
      <Quote node={node} lang={wordOf(node, 'lang') ?? ''} dir={dir === 'rtl' || dir === 'ltr' ? dir : undefined}>
        {children}
      </Quote>
    );
  },
  Video: ({ node }) => {
    const video = material.videos.get(wordOf(node, 'id') ?? '');
    return video && <Video video={video} />;
  },
  Audio: ({ node }) => {
    const asset = material.assets.get(wordOf(node, 'src') ?? '');
    return (
      asset && <Audio asset={asset} title={wordOf(node, 'title') ?? ''} transcript={wordOf(node, 'transcript') ?? ''} />
    );
  },
  Embed: ({ node }) => <Embed url={wordOf(node, 'url') ?? ''} title={wordOf(node, 'title') ?? ''} />,
  Document: ({ node }) => {
    const asset = material.assets.get(wordOf(node, 'src') ?? '');
    return asset && <Document asset={asset} title={wordOf(node, 'title')} />;
  },
  Table: ({ node }) => {
    const rows = material.assets.get(wordOf(node, 'src') ?? '')?.rows;
    return rows && <Table rows={rows} caption={wordOf(node, 'caption') ?? ''} source={wordOf(node, 'source') ?? ''} />;
  },
  Update: () => null,
});

/** Elements and components of a body, bound to the material that may be shown. */
export const bodyParts = (drawing: Drawing): Partial<Components> => {
  const parts = {
    ...newsroomParts(drawing),
    a: ({ node, children }: Part) => (
      <BodyLink
        href={wordOf(node, 'href') ?? ''}
        node={node}
        openLinks={drawing.material.openLinks}
        sponsored={drawing.sponsored ?? false}
        lang={drawing.lang}
      >
        {children}
      </BodyLink>
    ),
    section: ({ node, children }: Part) => (
      <NoteList node={node} lang={drawing.lang}>
        {children}
      </NoteList>
    ),
    td: ({ node, children }: Part) => <Cell node={node}>{children}</Cell>,
    th: ({ node, children }: Part) => <Cell node={node}>{children}</Cell>,
    table: ({ children }: Part) => (
      <div className="tablebox" tabIndex={0} role="region" aria-label="Table">
        <table>{children}</table>
      </div>
    ),
  };
  // The library's type knows the elements of HTML only; the newsroom's are elements of our own tree.
  return parts as Partial<Components>;
};
