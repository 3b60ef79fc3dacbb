/** What is no longer offered stays readable where it is chosen. */
export function withKept<Option extends { value: string }>(options: readonly Option[], kept: Option | undefined): readonly Option[] {
  return kept === undefined || options.some((option) => option.value === kept.value) ? options : [...options, kept];
}
