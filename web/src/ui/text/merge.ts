export type TextFile = Record<string, string>;

/** One flat table from the modules' files; the path of each file is of no interest. */
export function merged(files: Record<string, TextFile>): TextFile {
  return Object.assign({}, ...Object.values(files)) as TextFile;
}
