export function FirstRunPage(): null {
  return null;
}
