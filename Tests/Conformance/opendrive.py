#!/usr/bin/env python3
"""Asks ASAM's own checker about road files: opendrive.py FILE.xodr...

Every rule of asam-qc-opendrive that applies to the file's version is run, the official schema among them. Exits with 0
only if it finds nothing in any file."""

import logging
import pathlib
import sys

try:
    from qc_baselib import Configuration, Result
    from qc_opendrive import constants
    from qc_opendrive.main import run_checks
except ImportError as error:
    sys.exit(f"{error}\nhelp: pip install asam-qc-opendrive")


def where(issue):
    """The first place that an issue names, with what is said of it."""
    for location in issue.locations:
        for place in location.xml_location or []:
            return f"{location.description} {place.xpath}"
        for place in location.file_location or []:
            return f"{location.description} line {place.row}"
    return ""


def issues(path):
    """What the checker says of one file, a line each, and the number of rules that ran."""
    config, result = Configuration(), Result()
    config.set_config_param("InputFile", str(path))
    result.register_checker_bundle(name=constants.BUNDLE_NAME, description="", version=constants.BUNDLE_VERSION, summary="")
    result.set_result_version(version=constants.BUNDLE_VERSION)
    run_checks(config, result)
    ran, found = 0, []
    for checker in result.get_checker_results(constants.BUNDLE_NAME):
        if str(getattr(checker.status, "value", checker.status)) == "completed":
            ran += 1
        for issue in checker.issues:
            found.append(f"{checker.checker_id}: {issue.description} {where(issue)}")
    return ran, found


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]]
    if not paths:
        sys.exit(__doc__)
    logging.disable(logging.INFO)
    failed = 0
    for path in paths:
        ran, found = issues(path)
        good = not found and ran > 0
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {path.name}: {ran} rules, {len(found)} issues")
        for line in found[:5]:
            print("     " + line)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
