/** Sound in the body: a title, the browser's own controls, and the words for those who do not hear it. */
import type { Asset } from '#model/material';
import { formatBytes } from '#model/byteSize';
import { fileAddress } from '#model/fileAddress';

type AudioProps = {
  readonly asset: Asset;
  readonly title: string;
  /** What is heard, in words, or the address of a page that has it. */
  readonly transcript: string;
};

/** Player that loads nothing until it is started; the transcript opens beneath. */
export function Audio({ asset, title, transcript }: AudioProps) {
  const elsewhere = /^(https?:\/\/|\/)/.test(transcript);
  return (
    <section className="sound" aria-label={title}>
      <p className="sound-title">
        <b>{title}</b>
        <span className="meta">{`Sound, ${formatBytes(asset.bytes)}`}</span>
      </p>
      <audio controls preload="none" src={fileAddress(asset)} />
      {elsewhere ? (
        <p className="meta">
          <a className="quiet" href={transcript}>
            Transcript
          </a>
        </p>
      ) : (
        <details>
          <summary>Transcript</summary>
          <p>{transcript}</p>
        </details>
      )}
    </section>
  );
}
