export function AccountPage(): null {
  return null;
}
