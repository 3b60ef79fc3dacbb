/** Letters without case and accents, so that `isik` finds Işık and `osten` finds Östen. */
export function foldText(text: string): string {
  return text.toLocaleLowerCase('tr-TR').replaceAll('ı', 'i').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
