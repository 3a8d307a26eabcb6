// webm-muxer without what no film here has: sound, subtitles, streams, and checks of arguments that TypeScript has checked.
import type { Plugin } from 'vite';

const cuts: readonly (readonly [RegExp, string])[] = [
  [/^ {2}(addAudioChunk|addAudioChunkRaw|addSubtitleChunk)\(.*\{\n[^]*?\n {2}\}\n/gm, ''],
  [
    /^(validateOptions_fn|maybeFlushStreamingTargetWriter_fn|writeSubtitleChunks_fn) = [^]*?\n\};/gm,
    '$1 = () => {};',
  ],
  // A film is made in memory.
  [/^ {4}\} else if \(options\.target instanceof \w+\) \{\n.*\n/gm, ''],
  [/^ {2}(FileSystemWritableFileStreamTarget|StreamTarget|SubtitleEncoder),?\n/gm, ''],
  [
    /^ {4}if \((!\(chunk|!\(data|type !==|meta &&|timestamp !==|!Number).*\{\n[^]*?\n {4}\}\n/gm,
    '',
  ],
];

export function leanMuxer(): Plugin {
  return {
    name: 'lean-muxer',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/webm-muxer/')) return null;
      return cuts.reduce((left, [part, instead]) => left.replaceAll(part, instead), code);
    },
  };
}
