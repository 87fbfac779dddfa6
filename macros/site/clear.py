"""`python -m macros.site.clear SITE`, for `make clean`: a built site goes, whatever is somebody's stays."""

import shutil
import sys
from pathlib import Path

from macros.runtime import reasons
from macros.site import fingerprint, target, workshop


def clear(given: Path) -> str:
    """Remove the built site `given`, its note and what cut-off builds left; why nothing was removed, or nothing."""
    try:
        site = target.real(given)
        mark = target.noted(site)
        workshop.sweep(site, mark)
        target.prove(site, fingerprint.scan(site), mark, given)
        if site.is_dir():
            shutil.rmtree(site)
        fingerprint.place(site).unlink(missing_ok=True)
    except target.TargetRefused as refused:
        return f"没有删去网站：{refused.message}"
    except OSError as error:
        return "没有删去网站：{}\n  改法：{}".format(*reasons.told(error))
    return ""


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if told := clear(Path(argument)):
            print(told, file=sys.stderr)
