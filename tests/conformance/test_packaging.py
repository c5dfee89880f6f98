"""pip and setuptools in the ways people call them, each on a copy of the work tree and in a venv of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile

import pytest

import httpstatus

MODULE = "httpstatus/_core" + sysconfig.get_config_var("EXT_SUFFIX")
SHOW = "import httpstatus; print(httpstatus.Status(404).phrase)"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("SWIG", "PYTHONPATH", "HTTPSTATUS_ABI3")}


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, **{"env": ENVIRONMENT, **options})
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def tracked(folder):
    """The files of the project, those not yet added to git among them."""
    names = run("git", "ls-files", "-co", "--exclude-standard", cwd=folder).splitlines()
    return {name for name in names if (folder / name).exists()}


def left_over(tree):
    return run("git", "status", "--short", "--ignored", cwd=tree)


@pytest.fixture
def tree(root, tmp_path):
    """A clean checkout of what the work tree holds."""
    copy = tmp_path / "tree"
    for name in tracked(root):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, copy / name)
    run("git", "init", "--quiet", cwd=copy)
    run("git", "add", "--all", cwd=copy)
    run("git", "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "-m", "all", cwd=copy)
    return copy


@pytest.fixture
def python(tmp_path):
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    return tmp_path / "venv/bin/python"


@pytest.fixture
def python_with_setuptools(python):
    run(python, "-m", "pip", "install", "setuptools>=77", "wheel")
    return python


@pytest.fixture
def without_swig(tmp_path):
    """An environment whose PATH leads to every program but SWIG, and whose temporary files are seen."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (tmp_path / "tmp").mkdir()
    for folder in os.get_exec_path():
        for entry in os.scandir(folder) if os.path.isdir(folder) else ():
            if not entry.name.startswith("swig") and not os.path.lexists(programs / entry.name):
                (programs / entry.name).symlink_to(entry.path)
    environment = {**ENVIRONMENT, "PATH": str(programs), "TMPDIR": str(tmp_path / "tmp")}
    assert shutil.which("swig", path=environment["PATH"]) is None and shutil.which("cc", path=environment["PATH"])
    return environment


def wheel_of(tree, python, target, **options):
    """The names in the wheel that is built of the tree, its metadata left out."""
    run(python, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", target, tree, **options)
    [wheel] = target.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    return sorted(name for name in names if ".dist-info/" not in name)


def test_install_leaves_nothing_behind(tree, python, without_swig, tmp_path):
    run(python, "-m", "pip", "install", tree, env=without_swig)
    assert run(python, "-c", SHOW, cwd=tmp_path) == "Not Found\n"
    assert left_over(tree) == ""
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_wheel_holds_what_belongs_in_it(tree, python, tmp_path):
    package = tree / "bindings/python/httpstatus"
    manual = f"httpstatus-{httpstatus.__version__}.data/data/share/man/man1/httpstatus.1"
    expected = sorted([MODULE, manual, *(f"httpstatus/{path.name}" for path in package.iterdir())])
    assert "httpstatus/py.typed" in expected and "httpstatus/__init__.pyi" in expected
    assert wheel_of(tree, python, tmp_path / "first") == expected
    assert left_over(tree) == ""

    stale = tree / f"build/lib.{sysconfig.get_platform()}-cpython-{sys.version_info[0]}{sys.version_info[1]}/httpstatus"
    stale.mkdir(parents=True)
    (stale / "_core.cpython-39-stale.so").touch()
    (stale / "gone.py").touch()
    (package / "_core.cpython-39-stale.so").touch()
    (package / "stray.so").touch()
    assert wheel_of(tree, python, tmp_path / "second") == expected


def test_install_from_an_sdist(tree, python_with_setuptools, tmp_path):
    build = "import sys, setuptools.build_meta; setuptools.build_meta.build_sdist(sys.argv[1])"
    run(python_with_setuptools, "-c", build, tmp_path, cwd=tree)
    assert left_over(tree) == ""
    [sdist] = tmp_path.glob("*.tar.gz")
    names = {name.partition("/")[2] for name in tarfile.open(sdist).getnames()}
    assert tracked(tree) - names == {".ci/run", ".gitignore"}
    run(python_with_setuptools, "-m", "pip", "install", sdist)
    assert run(python_with_setuptools, "-c", SHOW, cwd=tmp_path) == "Not Found\n"


def test_editable_install(tree, python, tmp_path):
    run(python, "-m", "pip", "install", "--editable", tree)
    assert run(python, "-c", SHOW, cwd=tmp_path) == "Not Found\n"
    source = run(python, "-c", "import httpstatus; print(httpstatus.__file__)", cwd=tmp_path).strip()
    assert source == str(tree / "bindings/python/httpstatus/__init__.py")
    assert run("git", "status", "--short", cwd=tree) == ""


def test_the_swig_of_the_system(tree, python_with_setuptools, tmp_path):
    run(python_with_setuptools, "-m", "pip", "install", "--no-build-isolation", tree)
    assert run(python_with_setuptools, "-c", SHOW, cwd=tmp_path) == "Not Found\n"
    assert left_over(tree) == ""


def test_a_missing_swig_is_named(tree, python_with_setuptools, without_swig):
    command = [python_with_setuptools, "-m", "pip", "install", "--no-build-isolation", tree]
    result = subprocess.run(command, capture_output=True, text=True, env=without_swig)
    assert result.returncode != 0
    assert "error: SWIG is not on this machine" in result.stdout + result.stderr
    assert left_over(tree) == ""


def test_luarocks_makes_the_rock_without_a_network(tree, tmp_path):
    """A source address that nothing answers at would be noticed: the rock is made of the checkout alone."""
    rock = tmp_path / "rock"
    environment = {**ENVIRONMENT, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    rockspec = next((tree / "bindings/lua").glob("*.rockspec"))
    run("luarocks", "--lua-version", "5.4", "make", "--tree", rock, rockspec, cwd=tree, env=environment)
    environment["LUA_CPATH"] = f"{rock}/lib/lua/5.4/?.so"
    program = "print(require('httpstatus').status(404).phrase)"
    assert run("lua5.4", "-e", program, cwd=tmp_path, env=environment) == "Not Found\n"
    assert run("git", "status", "--short", cwd=tree) == ""


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the stable ABI has buffers from Python 3.11 on")
def test_one_wheel_for_many_versions(tree, tmp_path, python_with_setuptools):
    names = wheel_of(tree, python_with_setuptools, tmp_path / "wheels", env={**ENVIRONMENT, "HTTPSTATUS_ABI3": "1"})
    assert [name for name in names if name.endswith(".so")] == ["httpstatus/_core.abi3.so"]
    [wheel] = (tmp_path / "wheels").glob("httpstatus-*-cp311-abi3-*.whl")
    run(python_with_setuptools, "-m", "pip", "install", wheel)
    assert run(python_with_setuptools, "-c", SHOW, cwd=tmp_path) == "Not Found\n"
