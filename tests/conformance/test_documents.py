"""Every block of the README is run, and the command lines it names are the ones that exist."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import httpstatus
from httpstatus import _neighbours


def blocks(root, language):
    return re.findall(rf"```{language}\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)


def expected(block, comment):
    """What a block says it prints: the text after the comment sign at the end of its lines."""
    return [line.split(comment, 1)[1].strip() for line in block.splitlines() if comment in line]


def test_python_blocks(root, tmp_path):
    for block in blocks(root, "python"):
        result = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        assert result.stdout.splitlines() == expected(block, "# "), block


def test_lua_blocks(root, build, tmp_path):
    for block in blocks(root, "lua"):
        env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
        result = subprocess.run(["lua5.4", "-"], input=block, capture_output=True, text=True, env=env, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        assert result.stdout.splitlines() == expected(block, "-- "), block


def test_c_blocks(root, build, tmp_path):
    for block in blocks(root, "c"):
        (tmp_path / "block.c").write_text(block)
        command = [
            os.environ.get("CC", "cc"), "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{root}/core/include", "block.c",
            "-o", "block", f"-L{build}/core", f"-Wl,-rpath,{build}/core", "-lhttpstatus",
        ]  # fmt: skip
        subprocess.run(command, check=True, cwd=tmp_path)
        result = subprocess.run([tmp_path / "block"], capture_output=True, text=True, check=True)
        assert result.stdout.splitlines() == [text.removesuffix(" */") for text in expected(block, "/* ")], block


def test_console_blocks(root):
    command = Path(sys.executable).with_name("httpstatus")
    for block in blocks(root, "console"):
        line, _, printed = block.partition("\n")
        program, *arguments = shlex.split(line.removeprefix("$ "))
        assert program == "httpstatus"
        assert subprocess.run([command, *arguments], capture_output=True, text=True, check=True).stdout == printed


def test_command_lines(root, tmp_path):
    """Every line that starts with the command does what it says, as far as its exit status tells."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    lines = [line for block in blocks(root, "sh") for line in block.splitlines() if line.startswith("httpstatus ")]
    assert len(lines) >= 10
    for line in lines:
        result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, cwd=tmp_path, env=environment)
        assert result.returncode == 0, (line, result.stderr)


@pytest.mark.parametrize("language", ["python", "lua", "c", "sh", "console"])
def test_the_readme_has_blocks(root, language):
    assert blocks(root, language)


def test_the_readme_names_both_commands(root):
    commands = "\n".join(blocks(root, "sh"))
    assert "sh examples/quickstart.sh" in commands and "sh tests/run.sh" in commands and "pip install ." in commands


def test_shell_blocks_name_files_that_exist(root):
    for block in blocks(root, "sh"):
        for word in re.findall(r"(?:examples|tests|bindings|core)/[\w./-]+", block):
            assert (root / word).exists(), word


def test_the_examples_in_docstrings():
    assert doctest.testmod(httpstatus) == (0, 4) and doctest.testmod(_neighbours) == (0, 2)
