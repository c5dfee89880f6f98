"""The answers of the three languages to every code, method and combination of inputs are those in the committed file."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("face", ["c", "python", "lua"])
def test_every_answer(root, build, face):
    folder = root / "tests/conformance/advice"
    program = {
        "c": [build / "tests/advice_conformance"],
        "python": [sys.executable, folder / "advice.py"],
        "lua": ["lua5.4", folder / "advice.lua"],
    }[face]
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    written = subprocess.run([*program, folder / "advice.txt"], env=env, capture_output=True, check=True).stdout
    assert written == (folder / "advice.txt").read_bytes()
