/** Plain lines as the editor of letters keeps them: a letter that was taken back, an older draft. */
export function linesAsHtml(text: string): string {
  const escape = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text === ''
    ? ''
    : text
        .split(/\n{2,}/)
        .map((part) => `<p>${part.split('\n').map(escape).join('<br>')}</p>`)
        .join('');
}
