/** Why the server said no (RFC 9457 problem details with a stable `code`). */
export type Problem = {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  args?: Record<string, string | number>;
  /** Per field, when the code is `request.invalid`. */
  errors?: Record<string, string[]>;
  /** Anything else the refusal carries: `until`, `current`. */
  [extension: string]: unknown;
};

/** A refusal by the server, or the lack of an answer (`network.unreachable`). Screens show it with `RefusalNotice`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;

  constructor(readonly problem: Problem) {
    super(problem.title ?? problem.code);
    this.code = problem.code;
    this.status = problem.status;
  }

  fieldErrors(field: string): string | undefined {
    const errors = this.problem.errors ?? {};
    const key = Object.keys(errors).find((name) => name.toLowerCase() === field.toLowerCase());
    return key === undefined ? undefined : errors[key]?.join(' ');
  }

  static async from(response: Response): Promise<Refusal> {
    const body: unknown = await response.clone().json().catch(() => null);
    return Refusal.of(response.status, body);
  }

  static of(status: number, body: unknown): Refusal {
    const known = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
    return new Refusal({ ...known, status, code: typeof known.code === 'string' ? known.code : `http.${status}` });
  }

  static unreachable(): Refusal {
    return new Refusal({ status: 0, code: 'network.unreachable' });
  }
}

export function isRefusal(error: unknown, code?: string): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.code === code);
}
