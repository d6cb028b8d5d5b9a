"""The table of checks."""


class Report:
    """Collects checks; a check holds when it looked at something and found no violation."""

    def __init__(self):
        self.rows = []

    def check(self, dataset, name, looked_at, violations, note=""):
        """`violations`: a list of texts. Nothing to look at is a violation too, unless `looked_at` is None."""
        violations = list(violations)
        if looked_at == 0 and not violations:
            violations = ["nothing to look at"]
        self.rows.append((dataset, name, looked_at, violations, note))

    def fail(self, dataset, name, message):
        self.rows.append((dataset, name, 0, [message], ""))

    @property
    def failed(self):
        return not self.rows or any(row[3] for row in self.rows)

    def print(self):
        heads = ("format", "check", "items", "violations", "")
        lines = [
            (d, n, "" if k is None else str(k), str(len(v)), ("FAILED " if v else "ok ") + note)
            for d, n, k, v, note in self.rows
        ]
        widths = [max(len(row[i]) for row in [heads, *lines]) for i in range(5)]
        for row in [heads, *lines]:
            cells = [row[i].rjust(widths[i]) if i in (2, 3) else row[i].ljust(widths[i]) for i in range(5)]
            print("  ".join(cells).rstrip())
        for d, n, _, violations, _ in self.rows:
            for text in violations[:5]:
                print(f"{d}: {n}: {text}")
            if len(violations) > 5:
                print(f"{d}: {n}: and {len(violations) - 5} more")
        print("nothing to check" if not self.rows else "FAILED" if self.failed else "all checks hold")
