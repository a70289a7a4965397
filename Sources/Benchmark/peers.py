#!/usr/bin/env python3
"""Measures the program beside others that do the nearest job, on the same content.

The processor time of whole processes, from start to end, the shortest of several runs. yamllint,
doorstop and StrictDoc come from PyPI into .build/peers, one environment each; pandoc from the
system (apt-get install pandoc). What is not there and cannot be had is left out, and said.

    swift build -c release --static-swift-stdlib
    python3 Sources/Benchmark/peers.py
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / ".build/release"
CACHE = ROOT / ".build/peers"
RECOMMENDATIONS = 50
FACTOR = 20  # how many times as long the others are expected to take, at least


def main():
    for program in ("rapporteur", "Benchmark"):
        if not (BIN / program).exists():
            sys.exit(f"{program} is not built: swift build -c release --static-swift-stdlib")
    CACHE.mkdir(parents=True, exist_ok=True)
    report = CACHE / "report.yaml"
    report.write_bytes(output(BIN / "Benchmark", "write", str(RECOMMENDATIONS)))
    rendered = CACHE / "report.md"
    rendered.write_bytes(output(BIN / "rapporteur", "render", report))
    texts = recommendations(report.read_text(encoding="utf-8"))
    print(f"{RECOMMENDATIONS} recommendations, {report.stat().st_size} bytes; whole processes\n")

    check = shortest([BIN / "rapporteur", "check", report], runs=100)
    render = shortest([BIN / "rapporteur", "render", report], runs=100)
    compare_with_nothing(check)
    print(f"{'':34}{'time':>10}{'rapporteur':>12}{'times':>8}")
    compare("yamllint", check, yamllint(report))
    compare("doorstop (check)", check, doorstop(texts))
    compare("StrictDoc (export to HTML)", render, strictdoc(texts))
    compare("pandoc (Markdown to HTML)", render, pandoc(rendered))


def compare_with_nothing(check):
    """A check beside a Swift program that does nothing, built the same way."""
    source = CACHE / "empty.swift"
    source.write_text("")
    subprocess.run(
        ["swiftc", "-O", "-static-stdlib", source, "-o", CACHE / "empty"], check=True)
    empty = shortest([CACHE / "empty"], runs=100)
    print(f"check {milliseconds(check)}, an empty program {milliseconds(empty)}: "
          f"{check / empty:.2f} times (bar: 3)\n")


def compare(name, ours, command):
    if command is None:
        print(f"{name:34}{'not there':>10}")
        return
    theirs = shortest(command, runs=5)
    remark = "" if theirs >= FACTOR * ours else f"  fewer than {FACTOR}"
    print(f"{name:34}{milliseconds(theirs):>10}{milliseconds(ours):>12}{theirs / ours:8.0f}{remark}")


# Measuring


def shortest(command, runs):
    """The shortest processor time of a process, in seconds."""
    command = [os.fspath(word) for word in command]
    null = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    best = float("inf")
    for _ in range(runs):
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
        _, status, usage = os.wait4(process, 0)
        best = min(best, usage.ru_utime + usage.ru_stime)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"{' '.join(command)} failed")
    os.close(null)
    return best


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


# The same content in the form that each program takes


def recommendations(report):
    """The texts of the recommendations, each in one line."""
    found = re.findall(r"- recommendation: \d+\n(?: +id: .*\n)? +text: >-\n((?: +.*\n)+?)(?= +(?:- |points:))",
                       report)
    return [" ".join(text.split()) for text in found]


def installed(package):
    """The programs of a package from PyPI, in an environment of its own; None without it."""
    place = CACHE / package
    program = place / "bin" / package
    if not program.exists():
        venv.create(place, with_pip=True)
        pip = [place / "bin/python", "-m", "pip", "install", "--quiet", package]
        if subprocess.run(pip).returncode != 0:
            return None
    return program


def yamllint(report):
    program = installed("yamllint")
    return program and [program, "-d", "relaxed", report]


def doorstop(texts):
    program = installed("doorstop")
    if program is None:
        return None
    tree = CACHE / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    items = tree / "items"
    items.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", tree], check=True)
    (items / ".doorstop.yml").write_text(
        "settings:\n  digits: 3\n  prefix: REC\n  sep: ''\n", encoding="utf-8")
    for number, text in enumerate(texts, 1):
        (items / f"REC{number:03}.yml").write_text(
            "active: true\nderived: false\nheader: ''\n"
            f"level: {number}.0\nlinks: []\nnormative: true\nref: ''\nreviewed: null\n"
            f"text: |\n  {text}\n", encoding="utf-8")
    return [program, "--project", tree, "--no-reformat", "--quiet"]


def strictdoc(texts):
    program = installed("strictdoc")
    if program is None:
        return None
    folder = CACHE / "sdoc"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    blocks = [f"[REQUIREMENT]\nUID: REC-{number}\nSTATEMENT: >>>\n{text}\n<<<\n"
              for number, text in enumerate(texts, 1)]
    (folder / "report.sdoc").write_text(
        "[DOCUMENT]\nTITLE: Draft report\n\n" + "\n".join(blocks), encoding="utf-8")
    return [program, "export", folder, "--output-dir", CACHE / "html", "--no-parallelization"]


def pandoc(rendered):
    if shutil.which("pandoc") is None:
        return None
    return ["pandoc", "-f", "commonmark_x", "-t", "html", rendered]


main()
