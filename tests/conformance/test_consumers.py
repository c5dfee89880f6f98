"""Programs that use the installed library, in each of the ways there are."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import httpstatus

CONSUMER = Path(__file__).parent / "consumer"
EXPECTED = f"{httpstatus.__version__} 404 Not Found\n"
MINOR = httpstatus.__version__.rpartition(".")[0]


def run(*command, **variables):
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables})
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module", params=["installed", "moved", "multiarch"])
def prefix(request, root, build, tmp_path_factory):
    """Where the library is installed: plainly, then moved elsewhere, and moved with a libdir of two levels, as on Debian."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "multiarch":
        build = folder / "build"
        run("cmake", "-S", root, "-B", build, "-DCMAKE_INSTALL_LIBDIR=lib/x86_64-linux-gnu", "-DHTTPSTATUS_EXAMPLES=OFF")
        run("cmake", "--build", build)
    run("cmake", "--install", build, "--prefix", folder / "first")
    if request.param == "installed":
        return folder / "first"
    return Path(shutil.move(folder / "first", folder / "second"))


@pytest.fixture
def libdir(prefix):
    [library] = prefix.rglob("libhttpstatus.a")
    return library.parent


def build_and_run(tmp_path, *definitions):
    run("cmake", "-S", CONSUMER, "-B", tmp_path, *definitions)
    run("cmake", "--build", tmp_path)
    for program in ("shared", "static", "cxx"):
        assert run(tmp_path / program) == EXPECTED


def test_find_package(prefix, tmp_path):
    build_and_run(tmp_path, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DWANTED={MINOR}")
    with pytest.raises(AssertionError, match="compatible"):
        run("cmake", "-S", CONSUMER, "-B", tmp_path, "-DWANTED=0.0")


def test_add_subdirectory(root, tmp_path):
    build_and_run(tmp_path, f"-DSOURCE={root}")
    # Nothing but the library is built or installed for somebody who only wants to link it.
    assert not list(tmp_path.glob("httpstatus/bindings")) and not list(tmp_path.glob("httpstatus/examples"))
    run("cmake", "--install", tmp_path, "--prefix", tmp_path / "prefix")
    assert not (tmp_path / "prefix").exists()


def test_pkg_config(prefix, libdir, tmp_path):
    def pkg_config(*arguments):
        return run("pkg-config", *arguments, "httpstatus", PKG_CONFIG_PATH=f"{libdir}/pkgconfig").split()

    assert pkg_config("--modversion") == [httpstatus.__version__]
    assert Path(pkg_config("--variable=libdir")[0]).resolve() == libdir
    program = tmp_path / "program"
    run(os.environ.get("CC", "cc"), CONSUMER / "consumer.c", "-o", program, *pkg_config("--cflags", "--libs"))
    assert run(program, LD_LIBRARY_PATH=str(libdir)) == EXPECTED


def test_the_soname_carries_major_and_minor(libdir):
    soname = re.search(r"SONAME.*\[(.*)\]", run("readelf", "-d", libdir / "libhttpstatus.so"))[1]
    assert soname == f"libhttpstatus.so.{MINOR}"
    assert (libdir / soname).resolve().name == f"libhttpstatus.so.{httpstatus.__version__}"


def test_lua_finds_its_module(prefix):
    script = "io.write(require 'httpstatus'.status(404).label, '\\n')"
    assert run("lua5.4", "-e", script, LUA_CPATH=f"{prefix}/lib/lua/5.4/?.so") == "404 Not Found\n"


def test_nothing_else_is_installed(root, prefix, libdir):
    headers = {f"include/{path.relative_to(root / 'core/include')}" for path in (root / "core/include").rglob("*.h")}
    lib = libdir.relative_to(prefix)
    libraries = {f"{lib}/libhttpstatus{suffix}" for suffix in (".a", ".so", f".so.{MINOR}", f".so.{httpstatus.__version__}")}
    installed = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if not path.is_dir()}
    others = installed - headers - libraries - {f"{lib}/pkgconfig/httpstatus.pc", "lib/lua/5.4/httpstatus.so"}
    assert headers < installed and libraries < installed
    assert others and all(name.startswith(f"{lib}/cmake/httpstatus/httpstatus") for name in others)
