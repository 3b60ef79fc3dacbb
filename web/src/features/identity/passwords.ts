/** The server's rule, said while typing; the server decides. */
export const shortestPassword = 10;
