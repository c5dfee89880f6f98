"""Builds the extension; everything else stands in pyproject.toml."""

import atexit
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import ExecError

ROOT = Path(__file__).parent
VERSION_H = (ROOT / "core/include/httpstatus/version.h").read_text()
VERSION = ".".join(re.findall(r"VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", VERSION_H))

FREE_THREADED = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
# One wheel for CPython 3.11 and later; needs SWIG 4.4.1 or later.
ABI3 = os.environ.get("HTTPSTATUS_ABI3") == "1" and sys.version_info >= (3, 11) and not FREE_THREADED

# Nothing is built inside the source tree, so no left-over of an earlier build can slip into a wheel.
BUILD = tempfile.mkdtemp(prefix="httpstatus-build-")
atexit.register(shutil.rmtree, BUILD, ignore_errors=True)


class BuildExt(build_ext):
    """Runs SWIG into the build directory: -noproxy makes no Python file, so the order of commands does not matter."""

    def swig_sources(self, sources, extension):
        swig = os.environ.get("SWIG") or shutil.which("swig")
        if swig is None:
            raise ExecError("SWIG is not on this machine. pip installs it by itself unless --no-build-isolation is "
                            "given; then install swig >= 4.1 first, or name it in the environment variable SWIG.")
        Path(self.build_temp).mkdir(parents=True, exist_ok=True)
        interface, *rest = sources
        wrapper = str(Path(self.build_temp, "httpstatus_wrap.c"))
        command = [swig, "-python", "-noproxy", "-Wextra", "-Werror", "-Icore/include", "-outdir", self.build_temp,
                   "-o", wrapper]
        subprocess.run(command + ["-nogil"] * FREE_THREADED + [interface], check=True, cwd=ROOT)
        return [wrapper, *rest]


setup(
    version=VERSION,
    cmdclass={"build_ext": BuildExt},
    ext_modules=[Extension(
        "httpstatus._core",
        ["bindings/python/httpstatus.i", *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "core/src").glob("*.c"))],
        include_dirs=["core/include"],
        define_macros=[("HTTPSTATUS_STATIC", None)] + [("Py_LIMITED_API", "0x030b0000")] * ABI3,
        depends=sorted(str(p.relative_to(ROOT)) for p in (ROOT / "core").rglob("*") if p.is_file()),
        extra_compile_args=[] if sys.platform == "win32" else ["-fvisibility=hidden"],
        py_limited_api=ABI3,
    )],
    options={
        "build": {"build_base": BUILD},
        "bdist_wheel": {"bdist_dir": str(Path(BUILD, "wheel")), **({"py_limited_api": "cp311"} if ABI3 else {})},
        "egg_info": {"egg_base": BUILD},
    },
)
